package crm.report.load;

import crm.report.load.CaseStep.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a case: when it was resolved and closed, as far as that still stands, and when it was open. */
final class CaseLife {

    private final Instant created;
    private final List<CaseVersion> versions;
    private final CaseVersion now;
    private final List<CaseStep> steps;
    private final List<Done> dones;
    private final boolean stands;

    /** A stretch in which a case was done; without end it still is. */
    private record Done(
            Instant from,
            @Nullable Instant to,
            @Nullable Instant firstResolved,
            @Nullable Instant lastResolved,
            @Nullable Instant closed) {}

    /** A stretch in which a case was open. */
    record Opening(Instant from, @Nullable Instant to) {}

    /**
     * @param versions lowest first
     * @param told the statuses it took by its history, else by what happened to it; empty where neither tells any
     */
    CaseLife(Instant created, List<CaseVersion> versions, List<CaseStep> told) {
        this.created = created;
        this.versions = List.copyOf(versions);
        this.now = versions.getLast();
        this.steps = told.isEmpty() ? byVersions() : sorted(told);
        this.dones = dones();
        this.stands = isDone();
    }

    private static List<CaseStep> sorted(List<CaseStep> steps) {
        return steps.stream().sorted(Comparator.comparing(CaseStep::moment)).toList();
    }

    private List<CaseStep> byVersions() {
        List<CaseStep> found = new ArrayList<>();
        String before = null;
        for (CaseVersion version : versions) {
            String status = version.status();
            if (status != null && !status.equals(before)) {
                Sort sort = Sort.of(status);
                boolean first = before == null && !sort.isDone();
                found.add(new CaseStep(first ? created : version.since(), sort));
                before = status;
            }
        }
        return sorted(found);
    }

    private List<Done> dones() {
        List<Done> found = new ArrayList<>();
        Done running = null;
        for (CaseStep step : steps) {
            Instant at = step.moment();
            if (step.sort().isDone()) {
                Done begun = running == null ? new Done(at, null, null, null, null) : running;
                boolean resolved = step.sort() == Sort.RESOLVED;
                Instant first = begun.firstResolved() != null || !resolved ? begun.firstResolved() : at;
                running = new Done(
                        begun.from(),
                        null,
                        first,
                        resolved ? at : begun.lastResolved(),
                        resolved ? begun.closed() : at);
            } else if (running != null) {
                found.add(new Done(
                        running.from(), at, running.firstResolved(), running.lastResolved(), running.closed()));
                running = null;
            }
        }
        if (running != null) {
            found.add(running);
        }
        return found;
    }

    /** The status says whether the case is done; without one, the later of its times and of what happened says it. */
    private boolean isDone() {
        if (now.status() != null) {
            return Sort.of(now.status()).isDone();
        }
        Instant given = later(now.resolvedAt(), now.closedAt());
        if (steps.isEmpty() || steps.getLast().sort().isDone()) {
            return given != null || !steps.isEmpty();
        }
        return given != null && given.isAfter(steps.getLast().moment());
    }

    /** When it was resolved the last time, if that stands; a case that was only closed was resolved by that. */
    @Nullable
    Instant resolvedAt() {
        if (!stands) {
            return null;
        }
        Done last = runningDone();
        return firstOf(
                now.resolvedAt(),
                last == null ? null : last.lastResolved(),
                now.closedAt(),
                last == null ? null : last.closed(),
                teller().since());
    }

    /** When it was closed the last time, if that stands. */
    @Nullable
    Instant closedAt() {
        if (!stands || "resolved".equals(now.status())) {
            return null;
        }
        Done last = runningDone();
        Instant known = firstOf(now.closedAt(), last == null ? null : last.closed());
        return known == null && "closed".equals(now.status()) ? teller().since() : known;
    }

    /** When it was resolved the first time, whether that stands or not. */
    @Nullable
    Instant firstResolvedAt() {
        boolean again = dones.size() > 1 || (dones.size() == 1 && !stands);
        if (again) {
            Done first = dones.getFirst();
            return firstOf(first.firstResolved(), first.from());
        }
        return stands ? resolvedAt() : firstOf(now.resolvedAt(), now.closedAt());
    }

    /** When it was open; the last stretch has no end while it is. */
    List<Opening> openings() {
        List<Opening> openings = new ArrayList<>();
        Instant from = created;
        for (Done done : dones) {
            Instant reopened = done.to();
            if (reopened != null) {
                openings.add(new Opening(from, notBefore(from, done.from())));
                from = notBefore(from, reopened);
            }
        }
        Instant end = stands ? earlier(resolvedAt(), closedAt()) : null;
        openings.add(new Opening(from, end == null ? null : notBefore(from, end)));
        return openings;
    }

    /** The version that counts for who did it. */
    CaseVersion teller() {
        if (!stands) {
            return now;
        }
        if (now.tellsDone()) {
            CaseVersion first = now;
            for (CaseVersion each : versions.reversed()) {
                if (!each.tellsDone()) {
                    break;
                }
                first = each;
            }
            return first;
        }
        Instant resolved = java.util.Objects.requireNonNull(endOfSteps());
        CaseVersion inForce = versions.getFirst();
        for (CaseVersion each : versions) {
            inForce = each.version().isAfter(resolved) ? inForce : each;
        }
        return inForce;
    }

    /** How long it waited for the customer between two instants. */
    double waitingSeconds(Instant from, Instant to) {
        Duration waited = Duration.ZERO;
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index).sort() == Sort.WAITING) {
                Instant start = notBefore(from, steps.get(index).moment());
                Instant next = index + 1 < steps.size() ? steps.get(index + 1).moment() : to;
                Instant end = next.isBefore(to) ? next : to;
                waited = start.isBefore(end) ? waited.plus(Duration.between(start, end)) : waited;
            }
        }
        return waited.toNanos() / 1e9;
    }

    boolean stands() {
        return stands;
    }

    private @Nullable Instant endOfSteps() {
        Done last = runningDone();
        return last == null ? null : firstOf(last.lastResolved(), last.closed());
    }

    private @Nullable Done runningDone() {
        return dones.isEmpty() || dones.getLast().to() != null ? null : dones.getLast();
    }

    private static @Nullable Instant firstOf(@Nullable Instant... candidates) {
        for (Instant candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Instant notBefore(Instant least, Instant moment) {
        return moment.isBefore(least) ? least : moment;
    }
}
