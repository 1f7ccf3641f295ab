package crm.report.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hours of service, walked through from one change to the next. */
record Hours(ZoneId zone, List<Map<String, Object>> week, List<Map<String, Object>> holidays) {

    static Hours of(Version calendar, ZoneId home) {
        String zone = calendar.text("timeZone");
        return new Hours(
                zone == null ? home : ZoneId.of(zone), calendar.objects("weeklyHours"), calendar.objects("holidays"));
    }

    /** Time within the hours: each instant at which anything begins or ends cuts it, and a piece is in or out. */
    double seconds(Instant from, Instant to) {
        java.util.TreeSet<Instant> cuts = new java.util.TreeSet<>(List.of(from, to));
        for (LocalDate day = date(from); !day.isAfter(date(to)); day = day.plusDays(1)) {
            for (Map<String, Object> stretch : of(day)) {
                cuts.add(at(day, stretch, "from"));
                cuts.add(at(day, stretch, "to"));
            }
        }
        double seconds = 0;
        for (Instant cut : cuts) {
            Instant next = cuts.higher(cut);
            if (!cut.isBefore(from) && cut.isBefore(to) && next != null && isOpen(cut)) {
                seconds += Seconds.between(cut, next);
            }
        }
        return seconds;
    }

    private boolean isOpen(Instant instant) {
        LocalDate day = date(instant);
        return of(day).stream()
                .anyMatch(each -> !instant.isBefore(at(day, each, "from")) && instant.isBefore(at(day, each, "to")));
    }

    /** Today, if the hours of today are not over; else the next day with hours. */
    @Nullable
    LocalDate dayOfService(Instant arrival) {
        LocalDate day = date(arrival);
        boolean more = of(day).stream()
                .anyMatch(each -> at(day, each, "to").isAfter(arrival)
                        && at(day, each, "from").isBefore(at(day, each, "to")));
        return more ? day : next(day);
    }

    @Nullable
    LocalDate next(LocalDate than) {
        for (LocalDate day = than.plusDays(1); day.isBefore(than.plusDays(60)); day = day.plusDays(1)) {
            LocalDate candidate = day;
            if (of(day).stream().anyMatch(each -> at(candidate, each, "from").isBefore(at(candidate, each, "to")))) {
                return day;
            }
        }
        return null;
    }

    LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private List<Map<String, Object>> of(LocalDate day) {
        if (holidays.stream().anyMatch(each -> Objects.equals(each.get("day"), day.toString()))) {
            return List.of();
        }
        String name = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        return week.stream().filter(each -> name.equals(each.get("weekday"))).toList();
    }

    private Instant at(LocalDate day, Map<String, Object> stretch, String end) {
        String time = String.valueOf(stretch.get(end));
        return time.equals("24:00")
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }
}
