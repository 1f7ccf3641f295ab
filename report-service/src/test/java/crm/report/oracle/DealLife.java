package crm.report.oracle;

import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What became of one deal, as its versions and its stage history tell. */
final class DealLife {

    static final String OPEN = "open";

    private final Known known;
    private final Entity deal;
    private final List<Visit> visits;
    private final List<Opening> openings;

    /** A time of being open; without end where it still is. */
    record Opening(Instant from, @Nullable Instant to, String outcome, Version teller) {
        boolean isOpenJustBefore(Instant at) {
            return from.isBefore(at) && (to == null || !to.isBefore(at));
        }
    }

    /** From entering a stage to entering the next. */
    record Visit(String stage, Instant from, @Nullable Instant to) {}

    /** All the time in a stage of which every visit is over. */
    record Stay(String stage, Instant left, double total, double latest, boolean byClosing) {}

    DealLife(Known known, Entity deal) {
        this.known = known;
        this.deal = deal;
        this.visits = allVisits();
        List<Opening> found =
                history().stream().anyMatch(each -> ends(each.stage())) ? openingsByStages() : openingsByVersions();
        this.openings = found.stream()
                .map(each -> new Opening(each.from(), each.to(), each.outcome(), credited(each, each.teller())))
                .toList();
    }

    String id() {
        return deal.id();
    }

    Version now() {
        return deal.versions().getLast();
    }

    Instant created() {
        return now().needed("createdAt");
    }

    List<Opening> openings() {
        return openings;
    }

    /** The outcome that stands. */
    String outcome() {
        return outcome(now());
    }

    boolean is(String outcome) {
        return outcome().equals(outcome);
    }

    @Nullable
    Instant closedAt() {
        if (is(OPEN)) {
            return null;
        }
        Instant given = givenClose(now());
        return given != null ? given : openings.getLast().to();
    }

    @Nullable
    Instant wonAt() {
        return !is("won") ? null : now().has("wonAt") ? now().moment("wonAt") : closedAt();
    }

    /** The version that first told the outcome that stands; of an open deal the newest. */
    Version teller() {
        return is(OPEN) ? now() : credited(openings.getLast(), firstOfLast(outcome()));
    }

    private Version standing() {
        return is(OPEN) ? now() : firstOfLast(outcome());
    }

    /** What told the end, with the owner that the deal's history names for it. */
    private Version credited(Opening opening, Version teller) {
        Instant closed = opening.to();
        return closed == null
                ? teller
                : told(teller, latest(opening.from(), closed).plusNanos(1000));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A version with what the deal's histories, where it has them, tell of just before an instant. */
    private Version told(Version version, Instant before) {
        Map<String, Object> fields = new HashMap<>(version.fields());
        tell(fields, before, "ownerHistory", "ownerId", "teamId");
        tell(fields, before, "amountHistory", "amount");
        tell(fields, before, "expectedCloseHistory", "expectedCloseAt");
        return new Version(version.at(), version.deleted(), fields);
    }

    private void tell(Map<String, Object> fields, Instant before, String history, String... names) {
        List<Map<String, Object>> entries = now().objects(history);
        if (entries.isEmpty()) {
            return;
        }
        fields.keySet().removeAll(List.of(names));
        entries.stream()
                .filter(each -> changed(each).isBefore(before))
                .max(Comparator.comparing(DealLife::changed))
                .ifPresent(entry -> List.of(names).stream()
                        .filter(entry::containsKey)
                        .forEach(name -> fields.put(name, Objects.requireNonNull(entry.get(name)))));
    }

    private static Instant changed(Map<String, Object> entry) {
        return (Instant) Objects.requireNonNull(entry.get("changedAt"));
    }

    private Version firstOfLast(String outcome) {
        Version first = now();
        for (Version version : deal.versions().reversed()) {
            if (!outcome(version).equals(outcome)) {
                return first;
            }
            first = version;
        }
        return first;
    }

    @Nullable
    String team() {
        Instant closed = closedAt();
        return known.team(teller(), "ownerId", closed == null ? Instant.MAX : closed);
    }

    private String outcome(Version version) {
        if (version.has("status")) {
            return version.textOr("status", OPEN);
        }
        String told = endOf(version.text("stageId"));
        return told != null ? told : version.has("wonAt") ? "won" : OPEN;
    }

    private @Nullable Instant givenClose(Version version) {
        boolean won = outcome(version).equals("won");
        return version.has("closedAt") || !won ? version.moment("closedAt") : version.moment("wonAt");
    }

    private @Nullable String endOf(@Nullable String stage) {
        Map<String, Object> told = known.stage(now().text("pipelineId"), stage);
        if (Boolean.TRUE.equals(told.get("isWon"))) {
            return "won";
        }
        if (Boolean.TRUE.equals(told.get("isLost"))) {
            return "lost";
        }
        return Boolean.TRUE.equals(told.get("isUnqualified")) ? "unqualified" : null;
    }

    private boolean ends(String stage) {
        return endOf(stage) != null;
    }

    private List<Opening> openingsByVersions() {
        List<Opening> found = new ArrayList<>();
        Instant opened = created();
        String before = OPEN;
        for (Version version : deal.versions()) {
            String outcome = outcome(version);
            if (outcome.equals(OPEN)) {
                opened = before.equals(OPEN) ? opened : version.at();
            } else {
                Instant given = givenClose(version);
                Instant closed = given != null ? given : version.at();
                if (before.equals(OPEN)) {
                    found.add(new Opening(opened, closed, outcome, version));
                } else {
                    Opening corrected = found.removeLast();
                    boolean same = corrected.outcome().equals(outcome);
                    found.add(new Opening(
                            corrected.from(),
                            given == null && same ? corrected.to() : closed,
                            outcome,
                            same ? corrected.teller() : version));
                }
            }
            before = outcome;
        }
        if (before.equals(OPEN)) {
            found.add(new Opening(opened, null, OPEN, now()));
        }
        return found;
    }

    private List<Opening> openingsByStages() {
        List<Opening> found = new ArrayList<>();
        @Nullable Instant opened = created();
        for (Visit visit : history()) {
            String end = endOf(visit.stage());
            if (end == null) {
                opened = opened == null ? visit.from() : opened;
            } else if (opened != null) {
                found.add(new Opening(opened, visit.from(), end, now()));
                opened = null;
            }
        }
        if (opened != null) {
            Instant given = givenClose(now());
            found.add(
                    is(OPEN)
                            ? new Opening(opened, null, OPEN, now())
                            : new Opening(
                                    opened, given != null ? given : standing().at(), outcome(), standing()));
        } else {
            Opening last = found.removeLast();
            Instant given = givenClose(now());
            found.add(new Opening(last.from(), given != null ? given : last.to(), outcome(), standing()));
        }
        return found;
    }

    private List<Visit> history() {
        List<Map<String, Object>> told = now().objects("stageHistory").stream()
                .sorted(Comparator.comparing(each -> (Instant) Objects.requireNonNull(each.get("enteredAt"))))
                .toList();
        List<Visit> visits = new ArrayList<>();
        told.forEach(each -> enter(visits, (String) Objects.requireNonNull(each.get("stageId")), (Instant)
                Objects.requireNonNull(each.get("enteredAt"))));
        return visits;
    }

    private static void enter(List<Visit> visits, String stage, Instant at) {
        if (!visits.isEmpty()) {
            Visit last = visits.getLast();
            if (last.stage().equals(stage)) {
                return;
            }
            visits.set(visits.size() - 1, new Visit(last.stage(), last.from(), at));
        }
        visits.add(new Visit(stage, at, null));
    }

    List<Visit> visits() {
        return visits;
    }

    private List<Visit> allVisits() {
        List<Visit> visits = history();
        if (visits.isEmpty()) {
            for (Version version : deal.versions()) {
                String stage = version.text("stageId");
                if (stage != null) {
                    enter(
                            visits,
                            stage,
                            visits.isEmpty() && version.equals(deal.versions().getFirst()) ? created() : version.at());
                }
            }
        }
        return visits;
    }

    boolean isOpenJustBefore(Instant at) {
        return openings.stream().anyMatch(opening -> opening.isOpenJustBefore(at));
    }

    /** The version that holds just before an instant; the first one holds from the deal's creation. */
    Version justBefore(Instant at) {
        Version holding = deal.versions().getFirst();
        for (Version version : deal.versions()) {
            if (version.at().isBefore(at)) {
                holding = version;
            }
        }
        return told(holding, at);
    }

    @Nullable
    String stageJustBefore(Instant at) {
        String stage = null;
        for (Visit visit : visits()) {
            if (visit.from().isBefore(at)) {
                stage = visit.stage();
            }
        }
        return stage;
    }

    /** When stage or amount changed last before an instant; else the creation. */
    Instant movedBefore(Instant at) {
        TreeSet<Instant> moments = new TreeSet<>();
        deal.versions().forEach(version -> moments.add(version.at()));
        now().objects("amountHistory").forEach(each -> moments.add(changed(each)));
        visits().forEach(visit -> moments.add(visit.from()));
        Instant moved = created();
        for (Instant moment : moments.headSet(at)) {
            Instant after = moment.plusNanos(1000);
            boolean changed = !Objects.equals(stageJustBefore(moment), stageJustBefore(after))
                    || !sameAmount(justBefore(moment), justBefore(after));
            if (changed && moment.isAfter(created())) {
                moved = moment;
            }
        }
        return moved;
    }

    private static boolean sameAmount(Version one, Version other) {
        BigDecimal first = one.number("amount");
        BigDecimal second = other.number("amount");
        return first == null || second == null ? (first == null) == (second == null) : first.compareTo(second) == 0;
    }

    /** Every stage that was entered and is left for good so far. */
    List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        visits().stream().map(Visit::stage).distinct().forEach(stage -> stayIn(stage)
                .ifPresent(stays::add));
        return stays;
    }

    private Optional<Stay> stayIn(String stage) {
        double total = 0;
        Stay last = null;
        for (Visit visit : visits()) {
            if (!visit.stage().equals(stage)) {
                continue;
            }
            for (Visit part : ends(stage) ? List.of(visit) : openParts(visit)) {
                if (part.to() == null) {
                    return Optional.empty();
                }
                double seconds = Seconds.between(part.from(), part.to());
                total += seconds;
                boolean closing = openings.stream().anyMatch(each -> part.to().equals(each.to()));
                last = new Stay(stage, part.to(), total, seconds, closing && !ends(stage));
            }
        }
        return Optional.ofNullable(last);
    }

    /** The times in a stage that does not end deals, while the deal was open. */
    List<Visit> openPartsIn(String stage) {
        return ends(stage)
                ? List.of()
                : visits().stream()
                        .filter(visit -> visit.stage().equals(stage))
                        .flatMap(visit -> openParts(visit).stream())
                        .toList();
    }

    /** The parts of a visit during which the deal was open. */
    private List<Visit> openParts(Visit visit) {
        List<Visit> parts = new ArrayList<>();
        for (Opening opening : openings) {
            Instant from = visit.from().isAfter(opening.from()) ? visit.from() : opening.from();
            Instant to = earlier(visit.to(), opening.to());
            boolean nothing = to != null && !from.isBefore(to);
            boolean lastedNoTime = from.equals(visit.from()) && from.equals(opening.from()) && from.equals(to);
            if (!nothing || lastedNoTime) {
                parts.add(new Visit(visit.stage(), from, to));
            }
        }
        return parts;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Who is answerable for leaving a stage: who told the outcome, or who had the deal just before. */
    Version answerable(Stay stay) {
        return openings.stream()
                .filter(each -> stay.byClosing() && stay.left().equals(each.to()))
                .map(Opening::teller)
                .findFirst()
                .orElseGet(() -> justBefore(stay.left()));
    }
}
