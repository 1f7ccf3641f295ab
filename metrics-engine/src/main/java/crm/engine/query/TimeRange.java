package crm.engine.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A period, from its first instant to the one after its last, read in a time zone.
 */
public record TimeRange(Instant from, Instant to, ZoneId zone) {

    /** Longest period that can be asked for. */
    public static final Duration LONGEST = Duration.ofDays(366L * 100);

    public TimeRange {
        if (!from.isBefore(to)) {
            throw new InvalidQuery("to", "empty_range", "the period ends before it begins: " + from + " to " + to);
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new InvalidQuery("to", "range_too_long", "the period is longer than a hundred years");
        }
    }

    /** The days from {@code from} to the day before {@code to}. */
    public static TimeRange ofDays(LocalDate from, LocalDate to, ZoneId zone) {
        return new TimeRange(startOf(from, zone), startOf(to, zone), zone);
    }

    /** Whether both ends are the starts of days. */
    public boolean isWholeDays() {
        return isStartOfDay(from) && isStartOfDay(to);
    }

    public LocalDate firstDay() {
        return LocalDate.ofInstant(from, zone);
    }

    /** The day that {@code to} lies in; of whole days, the one after the last. */
    public LocalDate endDay() {
        return LocalDate.ofInstant(to, zone);
    }

    /** The range as far as {@code now}, or the whole of it where that is later or it has not begun. */
    public TimeRange until(Instant now) {
        return now.isBefore(to) && now.isAfter(from) ? new TimeRange(from, now, zone) : this;
    }

    /** The range right before this one: as many months if it is made of whole months, else as many days or instants. */
    public TimeRange previous() {
        if (!isWholeDays()) {
            return new TimeRange(from.minus(Duration.between(from, to)), from, zone);
        }
        LocalDate first = firstDay();
        LocalDate end = endDay();
        if (first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
            return ofDays(first.minusMonths(ChronoUnit.MONTHS.between(first, end)), first, zone);
        }
        return ofDays(first.minusDays(ChronoUnit.DAYS.between(first, end)), first, zone);
    }

    /** The same range a year earlier. */
    public TimeRange yearBefore() {
        return new TimeRange(yearBefore(from), yearBefore(to), zone);
    }

    private Instant yearBefore(Instant instant) {
        return ZonedDateTime.ofInstant(instant, zone).minusYears(1).toInstant();
    }

    private boolean isStartOfDay(Instant instant) {
        return startOf(LocalDate.ofInstant(instant, zone), zone).equals(instant);
    }

    /** The first instant of a day: not midnight where a change of clocks leaves midnight out. */
    static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
