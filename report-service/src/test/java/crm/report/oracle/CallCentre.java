package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Service calls and callbacks, counted one by one. */
final class CallCentre {

    private static final Set<String> OF_CALLS = Set.of("owner", "team", "queue", "topic", "product", "weekday", "hour");
    private static final Set<String> OF_CALLBACKS =
            Set.of("owner", "team", "queue", "topic", "caseType", "product", "segment", "hour");

    private final Known known;
    private final ZoneId zone;

    CallCentre(Known known, ZoneId zone) {
        this.known = known;
        this.zone = zone;
    }

    static boolean isService(Version call) {
        return Callings.happened(call) && "service".equals(call.text("purpose"));
    }

    static boolean isHandled(Version call) {
        return isService(call) && ("outbound".equals(call.text("direction")) || Callings.answered(call));
    }

    /** Calls; of each the thing is its agent's day. */
    Counted calls(Predicate<Version> counted) {
        return new Counted(OF_CALLS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity each : known.all("calls")) {
                Instant at = each.now().needed("startedAt");
                if (period.has(at) && counted.test(each.now())) {
                    String day = each.now().text("agentId") + " on " + LocalDate.ofInstant(at, zone);
                    rows.add(Row.of(members(each.now(), "startedAt"), day));
                }
            }
            return rows;
        });
    }

    private Members members(Version record, String moment) {
        Instant at = record.needed(moment);
        Optional<Version> about = known.find("cases", record.text("caseId")).map(Entity::now);
        Optional<Version> customer =
                known.find("customers", record.text("customerId")).map(Entity::now);
        return Members.none()
                .with("owner", record.text("agentId"))
                .with("team", known.team(record, "agentId", at))
                .today("team", known.teamToday(record, "agentId"))
                .with("queue", record.text("queueId"))
                .with("topic", record.text("topic"))
                .with("caseType", about.map(each -> each.text("type")).orElse(null))
                .with("product", about.map(each -> each.text("productId")).orElse(null))
                .with("segment", customer.map(each -> each.text("segment")).orElse(null))
                .with("weekday", Integer.toString(at.atZone(zone).getDayOfWeek().getValue()))
                .with("hour", Integer.toString(at.atZone(zone).getHour()));
    }

    /** Callbacks; of each the thing is the request that it was made for, the case, or itself. */
    Counted callbacks(Function<Version, @Nullable String> thing) {
        return new Counted(OF_CALLBACKS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity each : known.all("calls")) {
                Version call = each.now();
                if (!period.has(call.needed("startedAt"))
                        || !Callings.happened(call)
                        || !"outbound".equals(call.text("direction"))) {
                    continue;
                }
                String request = call.has("callbackRequestId")
                        ? call.text("callbackRequestId")
                        : known.all("callback-requests").stream()
                                .filter(one -> each.id().equals(one.now().text("fulfilledCallId")))
                                .map(Entity::id)
                                .findFirst()
                                .orElse(null);
                boolean back = request != null
                        || call.flag("isCallback")
                        || call.has("inReplyToCallId")
                        || isAboutAnOldCase(call);
                String own = thing == REQUEST ? (request == null ? each.id() : "for " + request) : thing.apply(call);
                if (back && own != null) {
                    rows.add(Row.of(members(call, "startedAt"), own));
                }
            }
            return rows;
        });
    }

    /** Tells callbacks apart by the requests that they were made for. */
    static final Function<Version, @Nullable String> REQUEST = call -> "";

    private boolean isAboutAnOldCase(Version call) {
        return call.has("caseId")
                && known.find("cases", call.text("caseId"))
                        .filter(each -> !each.now().needed("createdAt").isBefore(call.needed("startedAt")))
                        .isEmpty();
    }

    /** Callbacks about a case, told apart as callbacks. */
    Counted callbacksOnCases() {
        Counted all = new Counted(OF_CALLBACKS, period -> List.of());
        Counted byRequest = callbacks(REQUEST);
        Counted byCase = callbacks(call -> call.has("caseId") ? "yes" : "no");
        return new Counted(all.dimensions(), period -> {
            List<Row> rows = new ArrayList<>();
            for (int place = 0; place < byRequest.in(period).size(); place++) {
                if (byCase.in(period).get(place).thing().equals("yes")) {
                    rows.add(byRequest.in(period).get(place));
                }
            }
            return rows;
        });
    }

    /** Calls of a customer about a case within so many days of the one before. */
    Counted repeated(int days) {
        return new Counted(OF_CALLBACKS, period -> {
            List<Row> rows = new ArrayList<>();
            List<Version> inbound = known.all("calls").stream()
                    .map(Entity::now)
                    .filter(call -> Callings.happened(call)
                            && "inbound".equals(call.text("direction"))
                            && call.has("caseId")
                            && call.has("customerId"))
                    .sorted(Comparator.comparing((Version call) -> call.needed("startedAt")))
                    .toList();
            for (int place = 0; place < inbound.size(); place++) {
                Version call = inbound.get(place);
                Optional<Version> before = inbound.subList(0, place).stream()
                        .filter(each -> same(each, call, "caseId") && same(each, call, "customerId"))
                        .reduce((one, other) -> other);
                boolean soon = before.isPresent()
                        && Duration.between(before.get().needed("startedAt"), call.needed("startedAt"))
                                        .compareTo(Duration.ofDays(days))
                                <= 0;
                if (soon && period.has(call.needed("startedAt"))) {
                    rows.add(Row.of(members(call, "startedAt")));
                }
            }
            return rows;
        });
    }

    private static boolean same(Version one, Version other, String field) {
        return String.valueOf(one.text(field)).equals(String.valueOf(other.text(field)));
    }

    /** When a request was fulfilled. */
    private @Nullable Instant done(Entity request) {
        Version now = request.now();
        if (now.has("fulfilledAt")) {
            return now.moment("fulfilledAt");
        }
        Optional<Entity> told = known.find("calls", now.text("fulfilledCallId"));
        return told.isPresent()
                ? told.get().now().moment("startedAt")
                : known.all("calls").stream()
                        .map(Entity::now)
                        .filter(call -> request.id().equals(call.text("callbackRequestId"))
                                && "outbound".equals(call.text("direction"))
                                && Callings.happened(call)
                                && Callings.answered(call))
                        .map(call -> call.needed("startedAt"))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    Counted requested() {
        return requests((request, period) -> 1.0);
    }

    Counted fulfilled() {
        return requests((request, period) -> done(request) == null ? null : 1.0);
    }

    Counted delays() {
        return requests((request, period) -> {
            Instant done = done(request);
            return done == null
                    ? null
                    : Math.max(0, Seconds.between(request.now().needed("requestedAt"), done));
        });
    }

    Counted missed() {
        return requests((request, period) -> {
            Instant promised = request.now().moment("promisedAt");
            Instant cancelled = request.now().moment("cancelledAt");
            Instant done = done(request);
            boolean passed = promised != null && promised.isBefore(period.now());
            boolean missed = passed
                    && (done == null || done.isAfter(promised))
                    && (cancelled == null || cancelled.isAfter(promised));
            return missed ? 1.0 : null;
        });
    }

    private interface Telling {
        @Nullable
        Double of(Entity request, Period period);
    }

    private Counted requests(Telling telling) {
        return new Counted(OF_CALLBACKS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity request : known.all("callback-requests")) {
                Double number = telling.of(request, period);
                if (number != null && period.has(request.now().moment("requestedAt"))) {
                    rows.add(new Row(members(request.now(), "requestedAt"), BigDecimal.valueOf(number), ""));
                }
            }
            return rows;
        });
    }
}
