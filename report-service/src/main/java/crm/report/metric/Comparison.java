package crm.report.metric;

import crm.engine.query.TimeRange;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What a period is compared with.
 *
 * @param align how much of it
 */
record Comparison(Base base, Align align) {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;

    /** Which period is compared with. */
    sealed interface Base {}

    /** The period of the same length right before. */
    record Previous() implements Base {}

    /** The same period a year earlier. */
    record YearBefore() implements Base {}

    /** A period of its own. */
    record Other(TimeRange range) implements Base {}

    /** How much of the other period is compared with. */
    enum Align {
        /** Like with like: of a running period as much as has passed. */
        TO_DATE,
        /** All of it, however much of the period has passed. */
        FULL,
        /** As much as has passed, from the nearest such day of the week on. */
        SAME_WEEKDAY
    }

    /**
     * The range to compare with.
     *
     * @param passed the part of the period that has passed
     */
    TimeRange of(TimeRange passed, TimeRange whole) {
        return switch (align) {
            case FULL -> before(whole);
            case TO_DATE -> passed.equals(whole) ? before(whole) : toDate(passed, whole);
            case SAME_WEEKDAY -> sameWeekday(passed, whole);
        };
    }

    private TimeRange before(TimeRange range) {
        return switch (base) {
            case Previous previous -> range.previous();
            case YearBefore year -> range.yearBefore();
            case Other other -> other.range();
        };
    }

    private TimeRange toDate(TimeRange passed, TimeRange whole) {
        if (base instanceof YearBefore) {
            return passed.yearBefore();
        }
        TimeRange before = before(whole);
        TimeRange shorter = startingAt(local(before), passed);
        return shorter.to().isBefore(before.to()) ? shorter : before;
    }

    private TimeRange sameWeekday(TimeRange passed, TimeRange whole) {
        LocalDateTime from = local(whole);
        LocalDateTime start =
                switch (base) {
                    case Previous previous -> from.minusWeeks(wholeWeeks(whole));
                    case YearBefore year -> from.minusWeeks(WEEKS_OF_A_YEAR);
                    case Other other -> nearest(local(other.range()), from);
                };
        return startingAt(start, passed);
    }

    private static long wholeWeeks(TimeRange range) {
        LocalDateTime end = LocalDateTime.ofInstant(range.to(), range.zone());
        return Math.ceilDiv(ChronoUnit.SECONDS.between(local(range), end), 86_400L * DAYS_OF_A_WEEK);
    }

    /** The time nearest to {@code around} on the weekday, and at the time of day, of {@code model}. */
    private static LocalDateTime nearest(LocalDateTime around, LocalDateTime model) {
        int ahead = Math.floorMod(
                model.getDayOfWeek().getValue() - around.getDayOfWeek().getValue(), DAYS_OF_A_WEEK);
        return around.toLocalDate()
                .plusDays(ahead > DAYS_OF_A_WEEK / 2 ? ahead - DAYS_OF_A_WEEK : ahead)
                .atTime(model.toLocalTime());
    }

    /** As long as {@code model} on the clock: as many days, and as much of the last one. */
    private static TimeRange startingAt(LocalDateTime start, TimeRange model) {
        ZoneId zone = model.zone();
        Duration length = Duration.between(local(model), LocalDateTime.ofInstant(model.to(), zone));
        return new TimeRange(
                start.atZone(zone).toInstant(), start.plus(length).atZone(zone).toInstant(), zone);
    }

    private static LocalDateTime local(TimeRange range) {
        return LocalDateTime.ofInstant(range.from(), range.zone());
    }
}
