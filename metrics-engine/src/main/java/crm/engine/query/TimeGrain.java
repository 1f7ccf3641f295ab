package crm.engine.query;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long a bucket of a series is. */
public enum TimeGrain {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public static Optional<TimeGrain> named(String word) {
        return Arrays.stream(values())
                .filter(grain -> grain.word().equals(word))
                .findFirst();
    }

    /** As parameters and statements spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The start of the bucket that {@code local} lies in. */
    public LocalDateTime floor(LocalDateTime local, ReportingCalendar calendar) {
        LocalDateTime day = local.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(calendar.weekStart()));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> firstOf(day, 3, calendar.monthsQuartersAreLate());
            case YEAR -> firstOf(day, 12, calendar.monthsYearsAreLate());
        };
    }

    private static LocalDateTime firstOf(LocalDateTime day, int months, int late) {
        return day.withDayOfMonth(1).minusMonths(Math.floorMod(day.getMonthValue() - 1 - late, months));
    }

    /** The start of the bucket after the one that starts at {@code floor}. */
    public LocalDateTime next(LocalDateTime floor) {
        return switch (this) {
            case HOUR -> floor.plusHours(1);
            case DAY -> floor.plusDays(1);
            case WEEK -> floor.plusWeeks(1);
            case MONTH -> floor.plusMonths(1);
            case QUARTER -> floor.plusMonths(3);
            case YEAR -> floor.plusYears(1);
        };
    }
}
