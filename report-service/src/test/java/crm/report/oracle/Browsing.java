package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Visits to the web site, put together event by event. */
final class Browsing {

    static final Set<String> OF_VISITS =
            Set.of("landingPage", "source", "medium", "campaign", "device", "country", "knownContact");
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Known known;
    private final List<Visit> visits = new ArrayList<>();

    /** Something that happened in a session: a page view or a completed goal, or that it began. */
    private record Happening(Instant at, String kind, Entity record) {}

    /** Some of what happened in a session; its first visit has number 1. */
    record Visit(String session, int number, Optional<Version> record, boolean alone, List<Happening> happenings) {

        Instant start() {
            return happenings.getFirst().at();
        }

        Instant end() {
            Instant last = happenings.getLast().at();
            Instant told = record.map(each -> each.moment("endedAt")).orElse(null);
            return told != null && told.isAfter(last) ? told : last;
        }

        List<Entity> of(String kind) {
            return happenings.stream()
                    .filter(each -> each.kind().equals(kind))
                    .sorted(Comparator.comparing(Happening::at)
                            .thenComparing(each -> each.record().id()))
                    .map(Happening::record)
                    .toList();
        }

        double seconds() {
            return Seconds.between(start(), end());
        }

        boolean isBounce() {
            return start().equals(end()) && of("view").size() + of("goal").size() <= 1;
        }

        @Nullable
        Double engaged() {
            BigDecimal told =
                    record.map(each -> each.number("engagementMilliseconds")).orElse(null);
            if (told != null && alone) {
                return told.doubleValue() / 1000;
            }
            List<BigDecimal> ofPages = of("view").stream()
                    .map(each -> each.now().number("engagementMilliseconds"))
                    .flatMap(Stream::ofNullable)
                    .toList();
            return ofPages.isEmpty()
                    ? null
                    : ofPages.stream().mapToDouble(BigDecimal::doubleValue).sum() / 1000;
        }

        String visitor() {
            String told = record.map(each -> each.text("visitorId")).orElse(null);
            return told != null
                    ? told
                    : of("view").stream()
                            .map(each -> each.now().text("visitorId"))
                            .flatMap(Stream::ofNullable)
                            .min(Comparator.naturalOrder())
                            .orElse(session + " " + number);
        }

        Members members() {
            Optional<String> first = of("view").stream().findFirst().map(each -> page(each.now()));
            Optional<String> told = number == 1 ? record.map(each -> each.text("landingPage")) : Optional.empty();
            boolean someone = record.filter(
                            each -> each.has("contactId") || each.has("leadId") || each.has("customerId"))
                    .isPresent();
            return Members.none()
                    .with("landingPage", told.or(() -> first).orElse(null))
                    .with("source", either("source", "utmSource"))
                    .with("medium", either("medium", "utmMedium"))
                    .with("campaign", either("campaignId", "utmCampaign"))
                    .with("device", either("device", "device"))
                    .with("country", either("country", "country"))
                    .with("knownContact", someone ? "yes" : "no");
        }

        private @Nullable String either(String one, String other) {
            return record.map(each -> each.has(one) ? each.text(one) : each.text(other))
                    .orElse(null);
        }
    }

    Browsing(Known known) {
        this.known = known;
        Map<String, List<Happening>> sessions = new TreeMap<>();
        known.all("web-sessions")
                .forEach(each ->
                        add(sessions, each.id(), "start", each, each.now().needed("startedAt")));
        known.all("page-views").forEach(each -> addOf(sessions, "view", each));
        known.all("goal-completions").forEach(each -> addOf(sessions, "goal", each));
        sessions.forEach(this::cut);
    }

    private static void addOf(Map<String, List<Happening>> sessions, String kind, Entity each) {
        add(
                sessions,
                String.valueOf(each.now().text("sessionId")),
                kind,
                each,
                each.now().needed("occurredAt"));
    }

    private static void add(
            Map<String, List<Happening>> sessions, String session, String kind, Entity record, Instant at) {
        sessions.computeIfAbsent(session, id -> new ArrayList<>()).add(new Happening(at, kind, record));
    }

    private void cut(String session, List<Happening> happenings) {
        Optional<Version> record = known.find("web-sessions", session).map(Entity::now);
        if (record.filter(each -> each.flag("isBot") || each.flag("isInternal")).isPresent()) {
            return;
        }
        boolean whole = record.filter(each -> each.has("endedAt")).isPresent();
        List<List<Happening>> parts = new ArrayList<>();
        happenings.sort(Comparator.comparing(Happening::at));
        for (Happening each : happenings) {
            boolean fresh = parts.isEmpty()
                    || (!whole
                            && Duration.between(parts.getLast().getLast().at(), each.at())
                                            .compareTo(PATIENCE)
                                    > 0);
            if (fresh) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(each);
        }
        for (int part = 0; part < parts.size(); part++) {
            visits.add(new Visit(session, part + 1, record, parts.size() == 1, parts.get(part)));
        }
    }

    static @Nullable String page(Version view) {
        return view.has("path") ? view.text("path") : view.text("url");
    }

    Counted views(boolean unique) {
        return new Counted(with("page", "section"), period -> {
            List<Row> rows = new ArrayList<>();
            for (Visit visit : visits) {
                Set<String> seen = new HashSet<>();
                for (Entity view : visit.of("view")) {
                    boolean first = seen.add(String.valueOf(page(view.now())));
                    if ((first || !unique) && period.has(view.now().moment("occurredAt"))) {
                        rows.add(Row.of(visit.members()
                                .with("page", page(view.now()))
                                .with("section", view.now().text("section"))));
                    }
                }
            }
            return rows;
        });
    }

    /** Visits, or those who made them; each with a number of its own. */
    Counted visits(Predicate<Visit> counted, boolean visitors, Function<Visit, @Nullable Double> number) {
        return new Counted(OF_VISITS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Visit visit : visits) {
                Double own = number.apply(visit);
                if (period.has(visit.start()) && counted.test(visit) && own != null) {
                    rows.add(new Row(visit.members(), BigDecimal.valueOf(own), "", thing(visit, visitors)));
                }
            }
            return rows;
        });
    }

    /** The same beside each goal that there is. */
    Counted byGoal(boolean completing, boolean visitors) {
        Set<String> goals = new TreeSet<>();
        known.all("web-goals").forEach(each -> goals.add(each.id()));
        visits.forEach(each -> goals.addAll(completed(each).keySet()));
        return new Counted(with("goal"), period -> {
            List<Row> rows = new ArrayList<>();
            for (Visit visit : visits) {
                for (String goal : period.has(visit.start()) ? goals : Set.<String>of()) {
                    int times = completed(visit).getOrDefault(goal, 0);
                    if (times > 0 || !completing) {
                        rows.add(new Row(
                                visit.members().with("goal", goal),
                                BigDecimal.valueOf(times),
                                "",
                                thing(visit, visitors)));
                    }
                }
            }
            return rows;
        });
    }

    private static String thing(Visit visit, boolean visitors) {
        return visitors ? visit.visitor() : visit.session() + "/" + visit.number();
    }

    private static Map<String, Integer> completed(Visit visit) {
        Map<String, Integer> completed = new LinkedHashMap<>();
        visit.of("goal")
                .forEach(each -> completed.merge(String.valueOf(each.now().text("goalId")), 1, Integer::sum));
        return completed;
    }

    private static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(OF_VISITS);
        all.addAll(List.of(more));
        return all;
    }
}
