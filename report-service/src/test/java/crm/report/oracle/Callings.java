package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Telephone calls, counted one by one. */
final class Callings {

    static final Set<String> OF_CALLS = Set.of(
            "owner",
            "team",
            "queue",
            "direction",
            "purpose",
            "outcome",
            "topic",
            "hour",
            "weekday",
            "source",
            "campaign",
            "customerKnown",
            "customer",
            "pipeline",
            "stage",
            "territory");
    static final Set<String> OF_OFFERED =
            Stream.concat(OF_CALLS.stream(), Stream.of("waitBand")).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> NO_LOSS = Set.of("voicemail", "overflow", "callback", "connected");

    private final Known known;
    private final Dealings dealings;
    private final ZoneId zone;

    Callings(Known known, Dealings dealings, ZoneId zone) {
        this.known = known;
        this.dealings = dealings;
        this.zone = zone;
    }

    Counted calls(Function<Version, @Nullable Instant> moment, Predicate<Version> counted) {
        return seconds(moment, counted, call -> 1.0);
    }

    Counted seconds(
            Function<Version, @Nullable Instant> moment,
            Predicate<Version> counted,
            Function<Version, Double> seconds) {
        return seconds(this::calls, OF_CALLS, moment, counted, seconds);
    }

    private List<Version> calls() {
        return known.all("calls").stream().map(Known.Entity::now).toList();
    }

    /** Calls, and call activities that are done and are not the note of a call. */
    private List<Version> callsAndActivities() {
        List<Version> all = new ArrayList<>(calls());
        for (Known.Entity each : known.all("activities")) {
            Version done = each.now();
            String call = done.has("callId") ? done.text("callId") : each.id();
            if ("call".equals(done.text("type"))
                    && done.has("doneAt")
                    && done.textOr("status", "done").equals("done")
                    && known.find("calls", call).isEmpty()) {
                all.add(asCall(done));
            }
        }
        return all;
    }

    private static Version asCall(Version done) {
        Map<String, Object> fields = new HashMap<>();
        Map.of("doneAt", "startedAt", "ownerId", "agentId", "dealId", "dealId", "customerId", "customerId")
                .forEach((from, to) -> copy(done, from, fields, to));
        for (String same : List.of("direction", "purpose", "teamId", "campaignId", "outcome")) {
            copy(done, same, fields, same);
        }
        fields.putIfAbsent("direction", "outbound");
        if (is(done, "outcome", "interested", "not_interested", "come_back")) {
            fields.put("outcome", "connected");
        }
        if (!done.has("dealId") && "deal".equals(done.text("regardingType"))) {
            copy(done, "regardingId", fields, "dealId");
        }
        return new Version(done.at(), false, fields);
    }

    private static void copy(Version done, String from, Map<String, Object> fields, String to) {
        if (done.has(from)) {
            fields.put(to, Objects.requireNonNull(done.fields().get(from)));
        }
    }

    /** Sales calls by when they began. */
    Counted made(Predicate<Version> counted) {
        return seconds(this::callsAndActivities, OF_CALLS, call -> call.moment("startedAt"), counted, call -> 1.0);
    }

    private Counted seconds(
            Supplier<List<Version>> calls,
            Set<String> dimensions,
            Function<Version, @Nullable Instant> moment,
            Predicate<Version> counted,
            Function<Version, Double> seconds) {
        return new Counted(dimensions, period -> {
            List<Row> rows = new ArrayList<>();
            calls.get().forEach(call -> {
                Instant at = moment.apply(call);
                if (at != null && period.has(at) && counted.test(call)) {
                    rows.add(new Row(members(call, at), BigDecimal.valueOf(seconds.apply(call)), ""));
                }
            });
            return rows;
        });
    }

    /** Inbound calls by when they were offered. */
    Counted offeredCalls(Predicate<Version> counted) {
        return seconds(this::calls, OF_OFFERED, Callings::offered, counted, call -> 1.0);
    }

    /** How long the caller waited for an answer, or until the end of the call where there was none. */
    private static @Nullable String waitBand(Version call) {
        Instant began = call.has("queuedAt")
                ? call.moment("queuedAt")
                : is(call, "direction", "inbound") ? call.moment("startedAt") : null;
        Instant ended = call.has("answeredAt") ? call.moment("answeredAt") : call.moment("endedAt");
        if (began == null || ended == null) {
            return null;
        }
        double waited = Seconds.between(began, ended);
        if (waited < 30) {
            return waited < 5 ? "0-5 s" : waited < 10 ? "5-10 s" : waited < 20 ? "10-20 s" : "20-30 s";
        }
        return waited < 60 ? "30-60 s" : waited < 120 ? "1-2 min" : waited < 300 ? "2-5 min" : "5+ min";
    }

    private Members members(Version call, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        Optional<Version> deal = dealings.life(call.text("dealId")).map(DealLife::now);
        return Members.none()
                .with("owner", call.text("agentId"))
                .with("team", known.team(call, "agentId", call.needed("startedAt")))
                .today("team", known.teamToday(call, "agentId"))
                .with("queue", call.text("queueId"))
                .with("direction", call.text("direction"))
                .with("purpose", call.text("purpose"))
                .with("outcome", call.text("outcome"))
                .with("topic", call.text("topic"))
                .with("hour", Integer.toString(local.getHour()))
                .with("weekday", Integer.toString(local.getDayOfWeek().getValue()))
                .with("source", call.text("source"))
                .with("campaign", call.text("campaignId"))
                .with("customerKnown", call.has("customerId") ? "yes" : "no")
                .with("customer", call.text("customerId"))
                .with("waitBand", waitBand(call))
                .with("pipeline", deal.map(each -> each.text("pipelineId")).orElse(null))
                .with("stage", deal.map(each -> each.text("stageId")).orElse(null))
                .with("territory", deal.map(each -> each.text("territoryId")).orElse(null));
    }

    /** Calls about a deal, with what is known of the deal; a moment of the deal may decide. */
    Counted onDeals(Predicate<Version> counted, boolean byClose) {
        return new Counted(Dealings.OF_OPENINGS, period -> {
            List<Row> rows = new ArrayList<>();
            callsAndActivities().forEach(call -> {
                Optional<DealLife> deal = dealings.life(call.text("dealId"));
                Instant at = byClose ? deal.map(DealLife::closedAt).orElse(null) : call.moment("startedAt");
                if (call.has("dealId") && counted.test(call) && period.has(at)) {
                    rows.add(Row.of(deal.map(dealings::members).orElseGet(Callings::unknownDeal)));
                }
            });
            return rows;
        });
    }

    private static Members unknownDeal() {
        Members members = Members.none();
        Dealings.OF_OPENINGS.forEach(dimension -> members.with(dimension, null));
        return members;
    }

    static boolean happened(Version call) {
        String status = call.textOr("status", "done");
        return !status.equals("scheduled") && !status.equals("cancelled");
    }

    static boolean is(Version call, String field, String... members) {
        return List.of(members).contains(call.textOr(field, Members.NONE));
    }

    /** When an inbound call was offered. */
    static @Nullable Instant offered(Version call) {
        return !is(call, "direction", "inbound") || !happened(call)
                ? null
                : call.has("queuedAt") ? call.moment("queuedAt") : call.moment("startedAt");
    }

    static boolean answered(Version call) {
        return call.has("answeredAt") || is(call, "outcome", "connected");
    }

    /** Where the caller gave up, if that is what happened. */
    static @Nullable String gaveUpIn(Version call) {
        boolean byCaller = call.textOr("endedBy", "caller").equals("caller");
        return answered(call) || !byCaller || NO_LOSS.contains(call.textOr("outcome", ""))
                ? null
                : call.textOr("abandonStage", "queue");
    }

    /** Where nobody knows how long the caller waited, it was not short. */
    static boolean gaveUpWithin(Version call, int seconds) {
        return call.has("endedAt")
                && Seconds.between(Objects.requireNonNull(offered(call)), call.needed("endedAt")) < seconds;
    }

    static double talk(Version call) {
        double hold = call.amountOf("holdSeconds");
        if (!call.has("talkSeconds")) {
            boolean timed = call.has("answeredAt") && call.has("endedAt");
            return timed ? Math.max(0, Seconds.between(call.needed("answeredAt"), call.needed("endedAt")) - hold) : 0;
        }
        double talk = call.amountOf("talkSeconds");
        return call.flag("talkIncludesHold") ? Math.max(0, talk - hold) : talk;
    }

    static double hold(Version call) {
        return call.amountOf("holdSeconds");
    }

    static double wrap(Version call) {
        boolean timed = !call.has("wrapSeconds") && call.has("wrappedUpAt") && call.has("endedAt");
        return timed
                ? Math.max(0, Seconds.between(call.needed("endedAt"), call.needed("wrappedUpAt")))
                : call.amountOf("wrapSeconds");
    }

    /** When the handling of an answered call ended. */
    static @Nullable Instant handled(Version call) {
        if (!answered(call)) {
            return null;
        }
        if (call.has("wrappedUpAt")) {
            return call.moment("wrappedUpAt");
        }
        if (call.has("endedAt")) {
            return Seconds.after(call.needed("endedAt"), wrap(call));
        }
        Instant began = call.has("answeredAt") ? call.needed("answeredAt") : call.needed("startedAt");
        return Seconds.after(began, talk(call) + hold(call) + wrap(call));
    }
}
