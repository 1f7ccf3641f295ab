package crm.report.metric;

import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.engine.query.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods by name: {@code today}, {@code yesterday}, {@code this_month}, {@code last_quarter}, {@code year_to_date},
 * {@code last_30_days}, {@code last_12_months} and the like.
 *
 * <p>{@code this_x} is the whole of it, {@code x_to_date} ends with today, {@code last_x} is the whole one before, and
 * {@code last_n_xs} are the n whole ones before the present one; the last n days end with yesterday.
 */
final class NamedPeriod {

    static final String EXAMPLES =
            "today, yesterday, this_month, last_quarter, year_to_date, last_30_days, last_12_months";

    private static final Pattern THIS_OR_LAST = Pattern.compile("(this|last)_(day|week|month|quarter|year)");
    private static final Pattern TO_DATE = Pattern.compile("(week|month|quarter|year)_to_date");
    private static final Pattern LAST_FEW = Pattern.compile("last_([1-9][0-9]{0,3})_(day|week|month|quarter|year)s");

    private final LocalDate today;
    private final ZoneId zone;
    private final ReportingCalendar calendar;

    NamedPeriod(Instant now, ZoneId zone, ReportingCalendar calendar) {
        this.today = LocalDate.ofInstant(now, zone);
        this.zone = zone;
        this.calendar = calendar;
    }

    Optional<TimeRange> named(String name) {
        return switch (name) {
            case "today" -> Optional.of(days(today, today.plusDays(1)));
            case "yesterday" -> Optional.of(days(today.minusDays(1), today));
            default -> matching(name);
        };
    }

    private Optional<TimeRange> matching(String name) {
        Matcher one = THIS_OR_LAST.matcher(name);
        if (one.matches()) {
            TimeGrain grain = grain(one.group(2));
            LocalDate start = floor(grain, today);
            LocalDate first = one.group(1).equals("this") ? start : back(grain, start, 1);
            return Optional.of(days(first, next(grain, first)));
        }
        Matcher toDate = TO_DATE.matcher(name);
        if (toDate.matches()) {
            return Optional.of(days(floor(grain(toDate.group(1)), today), today.plusDays(1)));
        }
        Matcher few = LAST_FEW.matcher(name);
        if (few.matches()) {
            TimeGrain grain = grain(few.group(2));
            LocalDate end = floor(grain, today);
            return Optional.of(days(back(grain, end, Integer.parseInt(few.group(1))), end));
        }
        return Optional.empty();
    }

    private TimeRange days(LocalDate from, LocalDate to) {
        return TimeRange.ofDays(from, to, zone);
    }

    private LocalDate floor(TimeGrain grain, LocalDate day) {
        return grain.floor(day.atStartOfDay(), calendar).toLocalDate();
    }

    private static LocalDate next(TimeGrain grain, LocalDate start) {
        return grain.next(LocalDateTime.of(start, java.time.LocalTime.MIN)).toLocalDate();
    }

    private static LocalDate back(TimeGrain grain, LocalDate start, int times) {
        return switch (grain) {
            case HOUR, DAY -> start.minusDays(times);
            case WEEK -> start.minusWeeks(times);
            case MONTH -> start.minusMonths(times);
            case QUARTER -> start.minusMonths(3L * times);
            case YEAR -> start.minusYears(times);
        };
    }

    private static TimeGrain grain(String word) {
        return TimeGrain.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
