package crm.report.load;

import crm.report.load.DealFact.Opening;
import crm.report.load.DealFact.State;
import crm.report.load.DealFact.Stay;
import crm.report.load.DealFact.Visiting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out the life of one deal from its versions: when it was open, where it stood, how it ended.
 *
 * <p>The first version holds from the deal's creation, each later one from its own time; histories that are told whole
 * know better. An outcome that was told later than it came about holds from when it came about.
 */
final class DealTimeline {

    private final List<DealVersion> versions;
    private final DealVersion current;
    private final Instant created;
    private final StageFlags flags;
    private final StageVisits visits;
    private final List<Opening> openings;
    private final List<Part> parts;

    /** The part of a visit to a stage during which the deal was open. */
    private record Part(
            StageVisits.Place place, Instant from, @Nullable Instant to) {
        boolean isAt(Instant moment) {
            return !from.isAfter(moment) && (to == null || moment.isBefore(to));
        }

        double seconds() {
            return to == null ? 0 : Duration.between(from, to).toNanos() / 1e9;
        }
    }

    private DealTimeline(List<DealVersion> versions, StageFlags flags) {
        this.versions = versions;
        this.flags = flags;
        this.current = versions.getLast();
        this.created = current.createdAt();
        this.visits = StageVisits.of(versions, flags);
        this.openings = new DealOutcomes(versions, visits, flags)
                .openings().stream().map(this::credited).toList();
        this.parts = visits.all().stream()
                .filter(visit -> !visit.ends())
                .flatMap(visit -> openings.stream().flatMap(opening -> overlap(visit, opening).stream()))
                .toList();
    }

    /** @param versions of one deal, lowest first, at least one */
    static DealFact of(List<DealVersion> versions, StageFlags flags) {
        return new DealTimeline(versions, flags).fact();
    }

    /** Whoever owned the deal when it ended is credited with that. */
    private Opening credited(Opening opening) {
        Instant closed = opening.closedAt();
        return closed == null
                ? opening
                : new Opening(
                        opening.openedAt(),
                        closed,
                        opening.previousClosedAt(),
                        opening.outcome(),
                        current.past().at(closed, opening.teller()));
    }

    private DealFact fact() {
        Outcome outcome = DealOutcomes.outcome(current, flags);
        Opening last = openings.getLast();
        Instant closedAt = null;
        Instant wonAt = null;
        if (outcome != Outcome.OPEN) {
            closedAt = DealOutcomes.givenClose(current, outcome);
            closedAt = closedAt == null ? last.closedAt() : closedAt;
            wonAt = outcome != Outcome.WON ? null : current.wonAt() == null ? closedAt : current.wonAt();
        }
        return new DealFact(outcome, closedAt, wonAt, last.teller(), states(), openings, stays());
    }

    private List<State> states() {
        TreeSet<Instant> moments = new TreeSet<>();
        moments.add(created);
        versions.stream().skip(1).map(DealVersion::version).forEach(moments::add);
        moments.addAll(current.past().moments());
        visits.all().forEach(visit -> moments.add(visit.from()));
        for (Opening opening : openings) {
            moments.add(opening.openedAt());
            if (opening.closedAt() != null) {
                moments.add(opening.closedAt());
            }
        }
        List<State> states = new ArrayList<>();
        for (Instant moment : moments.tailSet(created)) {
            State next = stateAt(moment, states.isEmpty() ? null : states.getLast());
            if (states.isEmpty() || !isSame(states.getLast(), next)) {
                states.add(next);
            }
        }
        for (int index = 0; index + 1 < states.size(); index++) {
            State state = states.get(index);
            states.set(
                    index,
                    new State(
                            state.from(),
                            states.get(index + 1).from(),
                            state.movedAt(),
                            state.open(),
                            state.stage(),
                            state.visiting(),
                            state.version()));
        }
        return states;
    }

    private State stateAt(Instant moment, @Nullable State before) {
        DealVersion version = versionAt(moment);
        String stage = visits.stageAt(moment, version);
        boolean moved =
                before == null || !Objects.equals(before.stage(), stage) || !sameAmount(before.version(), version);
        return new State(
                moment,
                null,
                moved || before == null ? moment : before.movedAt(),
                isOpenAt(moment),
                stage,
                visitingAt(moment),
                version);
    }

    private Visiting visitingAt(Instant moment) {
        Visiting visiting = Visiting.NONE;
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            if (part.isAt(moment)) {
                double before = parts.subList(0, index).stream()
                        .filter(earlier -> earlier.place().equals(part.place()))
                        .mapToDouble(Part::seconds)
                        .sum();
                visiting = new Visiting(part.from(), before);
            }
        }
        return visiting;
    }

    private static boolean isSame(State one, State other) {
        return one.open() == other.open()
                && Objects.equals(one.stage(), other.stage())
                && one.visiting().equals(other.visiting())
                && sameAttributes(one.version(), other.version());
    }

    private static boolean sameAttributes(DealVersion one, DealVersion other) {
        return sameAmount(one, other)
                && Objects.equals(one.currency(), other.currency())
                && sameNumber(one.probability(), other.probability())
                && Objects.equals(one.ownerId(), other.ownerId())
                && Objects.equals(one.teamId(), other.teamId())
                && Objects.equals(one.pipelineId(), other.pipelineId())
                && Objects.equals(one.expectedCloseAt(), other.expectedCloseAt())
                && Objects.equals(one.forecastCategory(), other.forecastCategory())
                && one.labels().equals(other.labels());
    }

    private static boolean sameAmount(DealVersion one, DealVersion other) {
        return sameNumber(one.amount(), other.amount());
    }

    private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    private boolean isOpenAt(Instant moment) {
        return openings.stream()
                .anyMatch(opening -> !opening.openedAt().isAfter(moment)
                        && (opening.closedAt() == null || moment.isBefore(opening.closedAt())));
    }

    /** The version in force, the first one also before its own time; with what the deal's past knows better. */
    private DealVersion versionAt(Instant moment) {
        DealVersion inForce = versions.getFirst();
        for (DealVersion version : versions) {
            if (!version.version().isAfter(moment)) {
                inForce = version;
            }
        }
        return current.past().at(moment, inForce);
    }

    /** Time counts in a stage while the deal is open; a stage that ends deals is left by reopening alone. */
    private List<Stay> stays() {
        Map<StageVisits.Place, StayBuilder> stays = new LinkedHashMap<>();
        for (StageVisits.Visit visit : visits.all()) {
            StayBuilder stay = stays.computeIfAbsent(visit.place(), place -> new StayBuilder());
            if (visit.ends()) {
                add(stay, visit.from(), visit.to(), visit.to());
            } else {
                openings.forEach(opening -> overlap(visit, opening)
                        .ifPresent(part -> add(
                                stay,
                                part.from(),
                                part.to(),
                                part.to() != null && part.to().equals(opening.closedAt()) ? part.to() : null)));
            }
        }
        List<Stay> result = new ArrayList<>();
        stays.forEach((place, stay) -> {
            if (stay.entered) {
                result.add(stay.build(place));
            }
        });
        return result;
    }

    private static Optional<Part> overlap(StageVisits.Visit visit, Opening opening) {
        Instant from = later(visit.from(), opening.openedAt());
        Instant to = earlier(visit.to(), opening.closedAt());
        if (to != null && to.isBefore(from)) {
            return Optional.empty();
        }
        boolean touchesOnly = from.equals(to) && !from.equals(visit.from());
        boolean afterTheEnd = from.equals(opening.closedAt()) && !from.equals(opening.openedAt());
        return touchesOnly || afterTheEnd ? Optional.empty() : Optional.of(new Part(visit.place(), from, to));
    }

    private void add(StayBuilder stay, Instant from, @Nullable Instant to, @Nullable Instant closedAt) {
        stay.entered = true;
        if (to == null) {
            stay.openSince = from;
            stay.version = current;
            return;
        }
        double seconds = Duration.between(from, to).toNanos() / 1e9;
        stay.total += seconds;
        stay.latest = seconds;
        stay.leftAt = to;
        stay.version = closedAt == null ? versionBefore(to) : tellerOf(closedAt);
    }

    private DealVersion tellerOf(Instant closedAt) {
        return openings.stream()
                .filter(opening -> closedAt.equals(opening.closedAt()))
                .map(Opening::teller)
                .findFirst()
                .orElseGet(() -> versionBefore(closedAt));
    }

    private DealVersion versionBefore(Instant moment) {
        return versionAt(moment.minusNanos(1000));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** A stay while its visits are added up. */
    private final class StayBuilder {
        private boolean entered;
        private @Nullable Instant leftAt;
        private @Nullable Instant openSince;
        private double total;
        private @Nullable Double latest;
        private DealVersion version = current;

        private Stay build(StageVisits.Place place) {
            return new Stay(
                    place.pipelineId(),
                    place.stageId(),
                    openSince == null ? leftAt : null,
                    openSince,
                    total,
                    latest,
                    version);
        }
    }
}
