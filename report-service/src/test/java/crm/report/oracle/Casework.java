package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Service cases, each gone through from its beginning. */
final class Casework {

    static final Set<String> OF_CASES = Set.of(
            "owner",
            "team",
            "queue",
            "channel",
            "type",
            "topic",
            "priority",
            "severity",
            "product",
            "customer",
            "segment",
            "region",
            "status",
            "reason",
            "cause",
            "category");
    private static final Set<String> DONE = Set.of("resolved", "closed");
    private static final Set<String> ENDS = Set.of("resolved", "closed", "reopened");

    private final Known known;
    private final ZoneId home;
    private final List<Life> lives = new ArrayList<>();

    /** That a case took a status. */
    private record Taken(Instant at, String status) {}

    /** A case and all that was told of it. */
    final class Life {
        private final Entity entity;
        private final Version now;
        private final Instant created;
        private final List<Taken> taken;

        Life(Entity entity) {
            this.entity = entity;
            this.now = entity.now();
            this.created = now.needed("createdAt");
            this.taken = taken();
        }

        /** By its history; else by what happened to it; else by its versions. */
        private List<Taken> taken() {
            List<Taken> found = new ArrayList<>();
            now.objects("statusHistory")
                    .forEach(each ->
                            found.add(new Taken((Instant) Objects.requireNonNull(each.get("changedAt")), (String)
                                    Objects.requireNonNull(each.get("status")))));
            if (found.isEmpty()) {
                events(entity.id()).forEach(event -> {
                    String kind = String.valueOf(event.now().text("kind"));
                    String status = kind.equals("reopened")
                            ? "open"
                            : kind.equals("status_changed") ? event.now().text("status") : kind;
                    if (status != null && (ENDS.contains(kind) || kind.equals("status_changed"))) {
                        found.add(new Taken(event.now().needed("occurredAt"), status));
                    }
                });
            }
            if (found.isEmpty()) {
                String last = "";
                for (Version version : entity.versions()) {
                    String status = version.textOr("status", last);
                    if (!status.equals(last)) {
                        boolean begins = last.isEmpty() && !DONE.contains(status);
                        found.add(new Taken(begins ? created : since(version), status));
                    }
                    last = status;
                }
            }
            found.sort(Comparator.comparing(Taken::at));
            return found;
        }

        private Instant since(Version version) {
            String field = Map.of("resolved", "resolvedAt", "closed", "closedAt")
                    .getOrDefault(version.textOr("status", ""), "");
            return version.has(field) ? version.needed(field) : version.at();
        }

        private boolean endsDone() {
            return !taken.isEmpty() && DONE.contains(taken.getLast().status());
        }

        /** Whether it is done now. */
        boolean stands() {
            if (now.has("status")) {
                return DONE.contains(now.text("status"));
            }
            Optional<Instant> field = Stream.of("resolvedAt", "closedAt")
                    .filter(now::has)
                    .map(now::needed)
                    .max(Comparator.naturalOrder());
            return endsDone()
                    || field.filter(at -> taken.isEmpty()
                                    || at.isAfter(taken.getLast().at()))
                            .isPresent();
        }

        /** The statuses since the case was last worked on, if it is done by what was told. */
        private List<Taken> lastRun() {
            List<Taken> run = new ArrayList<>();
            for (Taken each : taken) {
                if (DONE.contains(each.status())) {
                    run.add(each);
                } else {
                    run.clear();
                }
            }
            return run;
        }

        private static @Nullable Instant last(List<Taken> run, String status) {
            return run.stream()
                    .filter(each -> each.status().equals(status))
                    .map(Taken::at)
                    .reduce((one, other) -> other)
                    .orElse(null);
        }

        @Nullable
        Instant resolved() {
            if (!stands()) {
                return null;
            }
            List<Taken> run = lastRun();
            return Stream.of(
                            Optional.ofNullable(now.moment("resolvedAt")),
                            Optional.ofNullable(last(run, "resolved")),
                            Optional.ofNullable(now.moment("closedAt")),
                            Optional.ofNullable(last(run, "closed")))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> since(who()));
        }

        @Nullable
        Instant closed() {
            if (!stands() || now.textOr("status", "").equals("resolved")) {
                return null;
            }
            if (now.has("closedAt")) {
                return now.moment("closedAt");
            }
            Instant told = last(lastRun(), "closed");
            return told != null ? told : now.textOr("status", "").equals("closed") ? since(who()) : null;
        }

        /** Stretches in which it was done, by what was told. */
        private List<List<Taken>> runs() {
            List<List<Taken>> runs = new ArrayList<>();
            boolean done = false;
            for (Taken each : taken) {
                if (DONE.contains(each.status())) {
                    if (!done) {
                        runs.add(new ArrayList<>());
                    }
                    runs.getLast().add(each);
                }
                done = DONE.contains(each.status());
            }
            return runs;
        }

        @Nullable
        Instant firstResolved() {
            List<List<Taken>> runs = runs();
            if (runs.size() > 1 || (runs.size() == 1 && !stands())) {
                return runs.getFirst().stream()
                        .filter(each -> each.status().equals("resolved"))
                        .findFirst()
                        .orElse(runs.getFirst().getFirst())
                        .at();
            }
            return stands() ? resolved() : now.has("resolvedAt") ? now.moment("resolvedAt") : now.moment("closedAt");
        }

        /** Whether it was open just before an instant. */
        boolean isOpenJustBefore(Instant at) {
            if (!created.isBefore(at)) {
                return false;
            }
            Instant end = end();
            if (end != null && end.isBefore(at)) {
                return false;
            }
            Instant lastOpen = null;
            for (List<Taken> run : runs()) {
                Instant doneAt = run.getFirst().at();
                Instant reopened = taken.stream()
                        .filter(each -> taken.indexOf(each) > taken.indexOf(run.getLast()))
                        .map(Taken::at)
                        .findFirst()
                        .orElse(null);
                if (reopened != null && doneAt.isBefore(at) && !reopened.isBefore(at)) {
                    lastOpen = doneAt;
                }
            }
            return lastOpen == null;
        }

        private @Nullable Instant end() {
            return Stream.of(Optional.ofNullable(resolved()), Optional.ofNullable(closed()))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        private boolean says(Version version) {
            return version.has("status")
                    ? DONE.contains(version.text("status"))
                    : version.has("resolvedAt") || version.has("closedAt");
        }

        /** The version that tells who did it. */
        Version who() {
            List<Version> versions = entity.versions();
            if (!stands()) {
                return now;
            }
            if (says(now)) {
                int first = versions.size() - 1;
                while (first > 0 && says(versions.get(first - 1))) {
                    first--;
                }
                return versions.get(first);
            }
            Instant told = Optional.ofNullable(last(lastRun(), "resolved"))
                    .orElseGet(() -> Objects.requireNonNull(last(lastRun(), "closed")));
            return versions.stream()
                    .filter(each -> !each.at().isAfter(told))
                    .reduce((one, other) -> other)
                    .orElse(versions.getFirst());
        }

        Optional<Hours> hours() {
            return Stream.of(
                            Optional.ofNullable(now.text("businessHoursId")),
                            known.find("sla-policies", now.text("slaPolicyId"))
                                    .map(each -> each.now().text("businessHoursId")),
                            known.all("business-hours").stream()
                                    .filter(each -> each.now().flag("isDefault"))
                                    .map(Entity::id)
                                    .findFirst())
                    .flatMap(Optional::stream)
                    .flatMap(id -> known.find("business-hours", id).stream())
                    .map(each -> Hours.of(each.now(), home))
                    .findFirst();
        }

        private double waiting(Instant from, Instant to) {
            double waited = 0;
            for (int place = 0; place < taken.size(); place++) {
                Instant begin = max(from, taken.get(place).at());
                Instant end =
                        place + 1 < taken.size() ? min(to, taken.get(place + 1).at()) : to;
                if (taken.get(place).status().equals("pending") && begin.isBefore(end)) {
                    waited += Seconds.between(begin, end);
                }
            }
            return waited;
        }

        /** By the clock; nothing where the case has no such clock. */
        @Nullable
        Double took(String clock, Instant from, Instant to) {
            double all = Math.max(0, Seconds.between(from, to));
            return switch (clock) {
                case "business" -> hours().map(each -> each.seconds(from, to)).orElse(null);
                case "agent" -> Math.max(0, all - waiting(from, to));
                default -> all;
            };
        }

        /** Whether it was closed on the day of its creation; nothing where no such day is known. */
        @Nullable
        Boolean sameDay(String basis) {
            Optional<Hours> hours = hours();
            Instant closed = Objects.requireNonNull(closed());
            if (basis.equals("calendar-day")) {
                ZoneId zone = hours.map(Hours::zone).orElse(home);
                return created.atZone(zone)
                        .toLocalDate()
                        .equals(closed.atZone(zone).toLocalDate());
            }
            LocalDate day = hours.map(each -> each.dayOfService(created)).orElse(null);
            LocalDate last = day != null && basis.equals("next-business-day")
                    ? hours.get().next(day)
                    : day;
            return last == null ? null : !hours.get().date(closed).isAfter(last);
        }

        Version now() {
            return now;
        }

        /** When it was first answered: as told, else by somebody of us. */
        @Nullable
        Instant replied() {
            return now.has("firstRepliedAt")
                    ? now.moment("firstRepliedAt")
                    : known.all("case-events").stream()
                            .map(Entity::now)
                            .filter(each -> entity.id().equals(survivor(each.text("caseId"))))
                            .filter(each -> "replied".equals(each.text("kind")))
                            .filter(each -> each.has("actorType")
                                    ? "agent".equals(each.text("actorType"))
                                    : each.has("actorId"))
                            .map(each -> each.needed("occurredAt"))
                            .min(Comparator.naturalOrder())
                            .orElse(null);
        }

        Instant created() {
            return created;
        }

        Instant received() {
            return now.has("complaintReceivedAt") ? now.needed("complaintReceivedAt") : created;
        }

        @Nullable
        String policy() {
            return now.text("slaPolicyId");
        }

        @Nullable
        String contract() {
            return now.text("contractId");
        }

        boolean isCalled(@Nullable String id) {
            return entity.id().equals(id);
        }

        boolean isComplaint() {
            return now.flag("isComplaint");
        }

        Members members() {
            Version who = who();
            Instant at = resolved();
            return members(who.text("ownerId"), known.team(who, "ownerId", at == null ? who.at() : at))
                    .today("owner", now.text("ownerId"))
                    .today("team", known.teamToday(now, "ownerId"));
        }

        Members members(@Nullable String owner, @Nullable String team) {
            Optional<Version> customer =
                    known.find("customers", now.text("customerId")).map(Entity::now);
            return Members.none()
                    .with("owner", owner)
                    .with("team", team)
                    .with("queue", now.text("queueId"))
                    .with("channel", now.text("channel"))
                    .with("type", now.text("type"))
                    .with("topic", now.text("topic"))
                    .with("priority", now.text("priority"))
                    .with("severity", now.text("severity"))
                    .with("product", now.text("productId"))
                    .with("customer", now.text("customerId"))
                    .with("segment", customer.map(each -> each.text("segment")).orElse(null))
                    .with("region", customer.map(each -> each.text("region")).orElse(null))
                    .with("status", now.text("status"))
                    .with("reason", now.text("reason"))
                    .with("cause", now.text("cause"))
                    .with("category", now.text("complaintCategory"));
        }
    }

    Casework(Known known, ZoneId home) {
        this.known = known;
        this.home = home;
        known.surviving("cases").stream()
                .filter(each -> !each.now().flag("isInternal"))
                .forEach(each -> lives.add(new Life(each)));
    }

    List<Life> all() {
        return lives;
    }

    Optional<Life> life(@Nullable String id) {
        return lives.stream().filter(each -> each.entity.id().equals(id)).findFirst();
    }

    private List<Entity> events(String id) {
        return known.all("case-events").stream()
                .filter(each -> id.equals(each.now().text("caseId")))
                .sorted(Comparator.comparing((Entity each) -> each.now().needed("occurredAt"))
                        .thenComparing(Entity::id))
                .toList();
    }

    private static Instant max(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private @Nullable String survivor(@Nullable String id) {
        String reached = id;
        for (int step = 0; step < 40; step++) {
            Optional<Entity> entity = known.find("cases", reached);
            if (entity.isEmpty() || !entity.get().now().has("mergedInto")) {
                return reached;
            }
            reached = entity.get().now().text("mergedInto");
        }
        return null;
    }

    Counted cases(BiPredicate<Life, Period> counted) {
        return numbers(counted, life -> 1.0);
    }

    Counted numbers(BiPredicate<Life, Period> counted, Function<Life, @Nullable Double> number) {
        return new Counted(OF_CASES, period -> {
            List<Row> rows = new ArrayList<>();
            lives.stream().filter(life -> counted.test(life, period)).forEach(life -> {
                Double own = number.apply(life);
                if (own != null) {
                    rows.add(new Row(life.members(), BigDecimal.valueOf(own), ""));
                }
            });
            return rows;
        });
    }

    /** How long complaints that are open have been waiting since they came in. */
    Counted ages() {
        return new Counted(OF_CASES, period -> lives.stream()
                .filter(life -> life.isComplaint() && life.isOpenJustBefore(period.end()))
                .map(life ->
                        new Row(life.members(), BigDecimal.valueOf(Seconds.between(life.received(), period.end())), ""))
                .toList());
    }

    /** Everything that somebody of us did on a case. */
    Counted actions() {
        return new Counted(OF_CASES, period -> {
            List<Row> rows = new ArrayList<>();
            Set<String> ended = new HashSet<>();
            for (Entity event : known.all("case-events")) {
                Version did = event.now();
                String kind = String.valueOf(did.text("kind"));
                boolean ours = did.has("actorType") ? "agent".equals(did.text("actorType")) : did.has("actorId");
                Optional<Life> life = life(survivor(did.text("caseId")));
                if (ours && !kind.equals("created") && life.isPresent()) {
                    if (DONE.contains(kind)) {
                        ended.add(life.get().entity.id());
                    }
                    Instant at = did.needed("occurredAt");
                    if (period.has(at)) {
                        rows.add(row(life.get(), did, "actorId", at));
                    }
                }
            }
            for (Entity each : known.all("calls")) {
                Version call = each.now();
                Optional<Life> life = life(call.text("caseId"));
                if (life.isPresent()
                        && Callings.answered(call)
                        && Callings.happened(call)
                        && period.has(call.moment("startedAt"))) {
                    rows.add(row(life.get(), call, "agentId", call.needed("startedAt")));
                }
            }
            for (Life life : lives) {
                if (!ended.contains(life.entity.id()) && period.has(life.resolved())) {
                    Members members = life.members();
                    rows.add(Row.of(members, life.entity.id()));
                }
            }
            return rows;
        });
    }

    /** Whoever did it stays who they were, in the team of then or of today. */
    private Row row(Life life, Version did, String user, Instant at) {
        Members members = life.members(did.text(user), known.team(did, user, at));
        return Row.of(members.today("team", known.teamToday(did, user)), life.entity.id());
    }
}
