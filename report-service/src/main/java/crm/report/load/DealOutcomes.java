package crm.report.load;

import crm.report.load.DealFact.Opening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a deal was open and how it ended each time. What ended it is told by the stages of its stage history where one of
 * them ends deals, else by its versions; how it stands now is always told by the current version.
 */
final class DealOutcomes {

    private final List<DealVersion> versions;
    private final DealVersion current;
    private final StageVisits visits;
    private final StageFlags flags;

    /** Versions or visits next to each other that tell the same: open, or ended. */
    private static final class Run {
        private final Outcome outcome;
        private final Instant since;
        private DealVersion teller;
        private @Nullable Instant closedAt;

        private Run(Outcome outcome, Instant since, DealVersion teller) {
            this.outcome = outcome;
            this.since = since;
            this.teller = teller;
        }
    }

    DealOutcomes(List<DealVersion> versions, StageVisits visits, StageFlags flags) {
        this.versions = versions;
        this.current = versions.getLast();
        this.visits = visits;
        this.flags = flags;
    }

    /** The record's status, else what its stage tells, else won where it says when it was won, else open. */
    static Outcome outcome(DealVersion version, StageFlags flags) {
        if (version.status() != null) {
            return Outcome.of(version.status());
        }
        Outcome told = flags.of(version.pipelineId(), version.stageId()).outcome();
        if (told != null) {
            return told;
        }
        return version.wonAt() != null ? Outcome.WON : Outcome.OPEN;
    }

    static @Nullable Instant givenClose(DealVersion version, Outcome outcome) {
        return version.closedAt() == null && outcome == Outcome.WON ? version.wonAt() : version.closedAt();
    }

    List<Opening> openings() {
        boolean byStages = visits.given() && visits.all().stream().anyMatch(StageVisits.Visit::ends);
        return openings(byStages ? runsOfStages() : runsOfVersions());
    }

    private List<Opening> openings(List<Run> runs) {
        List<Opening> openings = new ArrayList<>();
        Instant opened = current.createdAt();
        Instant previous = null;
        Instant previousEnd = null;
        for (Run run : runs) {
            if (run.outcome == Outcome.OPEN) {
                opened = previous == null ? current.createdAt() : latest(previous, run.since);
                if (run == runs.getLast()) {
                    openings.add(new Opening(opened, null, previousEnd, Outcome.OPEN, current));
                }
            } else {
                Instant closed = latest(opened, run.closedAt == null ? run.since : run.closedAt);
                openings.add(new Opening(opened, closed, previousEnd, run.outcome, run.teller));
                previous = closed;
                // One that lasted no time was there at its one instant.
                previousEnd = closed.isAfter(opened) ? closed : opened.plusNanos(1000);
            }
        }
        return openings;
    }

    private List<Run> runsOfVersions() {
        List<Run> runs = new ArrayList<>();
        for (DealVersion version : versions) {
            Outcome outcome = outcome(version, flags);
            tell(runs, outcome, version.version(), version);
            if (outcome != Outcome.OPEN) {
                Run run = runs.getLast();
                Instant given = givenClose(version, outcome);
                run.closedAt = given != null ? given : entryOfEnd(run);
            }
        }
        return runs;
    }

    private List<Run> runsOfStages() {
        List<Run> runs = new ArrayList<>();
        for (StageVisits.Visit visit : visits.all()) {
            Outcome told = flags.of(visit.place().pipelineId(), visit.place().stageId())
                    .outcome();
            tell(runs, told == null ? Outcome.OPEN : told, visit.from(), current);
        }
        Outcome standing = outcome(current, flags);
        if (standing == Outcome.OPEN && runs.getLast().outcome != Outcome.OPEN) {
            runs.removeLast();
        }
        if (runs.isEmpty() || runs.getLast().outcome != standing) {
            tell(runs, standing, tellerOfStanding(standing).version(), current);
        }
        Run last = runs.getLast();
        if (standing != Outcome.OPEN) {
            last.teller = tellerOfStanding(standing);
            last.closedAt = givenClose(current, standing);
        }
        return runs;
    }

    /** A second outcome without a reopening between corrects the first. */
    private static void tell(List<Run> runs, Outcome outcome, Instant since, DealVersion teller) {
        if (!runs.isEmpty()) {
            Outcome before = runs.getLast().outcome;
            if (before == outcome) {
                return;
            }
            if (before != Outcome.OPEN && outcome != Outcome.OPEN) {
                runs.removeLast();
            }
        }
        runs.add(new Run(outcome, since, teller));
    }

    /** The first of the newest versions that all tell the outcome standing now. */
    private DealVersion tellerOfStanding(Outcome standing) {
        DealVersion teller = current;
        for (DealVersion version : versions.reversed()) {
            if (outcome(version, flags) != standing) {
                break;
            }
            teller = version;
        }
        return teller;
    }

    /** When the stage that ended the deal was entered, where that is known: not of a deal first seen in it. */
    private @Nullable Instant entryOfEnd(Run run) {
        return visits.all().stream()
                .filter(visit -> !visit.from().isAfter(run.teller.version()))
                .reduce((first, last) -> last)
                .filter(visit -> visit.ends() && !visit.from().equals(current.createdAt()))
                .map(StageVisits.Visit::from)
                .orElse(null);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
