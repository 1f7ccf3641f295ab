package crm.report.load;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weekly hours of service in a time zone, less holidays.
 *
 * @param hours by weekday, from and to in minutes of the day
 */
record BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> hours, Set<LocalDate> holidays) {

    /** A calendar without hours for so many days has none. */
    private static final int LONGEST_PAUSE = 400;

    private static final int MINUTES_OF_DAY = 24 * 60;

    BusinessCalendar {
        hours = Map.copyOf(hours);
        holidays = Set.copyOf(holidays);
    }

    /** A stretch of a day, in minutes from its beginning by the clock. */
    record Hours(int from, int to) {}

    private record Stretch(Instant from, Instant to) {}

    /** How much of the time between two instants lies in the hours. */
    double seconds(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                Instant start = stretch.from().isAfter(from) ? stretch.from() : from;
                Instant end = stretch.to().isBefore(to) ? stretch.to() : to;
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
        }
        return sum.toNanos() / 1e9;
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The day that something belongs to which comes in now: today while there are hours to come, else the next. */
    @Nullable
    LocalDate businessDay(Instant arrival) {
        LocalDate day = day(arrival);
        return stretches(day).stream().anyMatch(each -> each.to().isAfter(arrival)) ? day : businessDayAfter(day);
    }

    @Nullable
    LocalDate businessDayAfter(LocalDate day) {
        for (int days = 1; days <= LONGEST_PAUSE; days++) {
            if (!stretches(day.plusDays(days)).isEmpty()) {
                return day.plusDays(days);
            }
        }
        return null;
    }

    /** The hours of a day as the clock of that day shows them, those that overlap put together. */
    private List<Stretch> stretches(LocalDate day) {
        List<Stretch> stretches = new ArrayList<>();
        if (holidays.contains(day)) {
            return stretches;
        }
        hours.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .sorted(Comparator.comparingInt(Hours::from))
                .forEach(each -> {
                    Stretch next = new Stretch(at(day, each.from()), at(day, each.to()));
                    Stretch before = stretches.isEmpty() ? null : stretches.getLast();
                    if (before != null && !next.from().isAfter(before.to())) {
                        stretches.removeLast();
                        next = new Stretch(before.from(), before.to().isAfter(next.to()) ? before.to() : next.to());
                    }
                    if (next.from().isBefore(next.to())) {
                        stretches.add(next);
                    }
                });
        return stretches;
    }

    private Instant at(LocalDate day, int minutes) {
        return minutes == MINUTES_OF_DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.ofSecondOfDay(minutes * 60L))
                        .atZone(zone)
                        .toInstant();
    }
}
