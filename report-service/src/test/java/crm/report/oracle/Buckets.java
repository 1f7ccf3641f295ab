package crm.report.oracle;

import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cuts a period by walking along it, day by day or minute by minute. */
final class Buckets {

    private Buckets() {}

    static List<Period> of(Question question, Instant now) {
        TimeGrain grain = Objects.requireNonNull(question.grain());
        List<Period> buckets = new ArrayList<>();
        Instant start = question.from();
        while (start.isBefore(question.to())) {
            Instant end = grain == TimeGrain.HOUR
                    ? nextHour(start, question.zone())
                    : nextDay(start, question.zone(), grain, question.calendar());
            Instant cut = end.isBefore(question.to()) ? end : question.to();
            buckets.add(new Period(start, cut, now));
            start = cut;
        }
        return buckets;
    }

    private static Instant nextHour(Instant start, ZoneId zone) {
        ZonedDateTime minute = start.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        do {
            ZonedDateTime next = minute.plusMinutes(1);
            if (!next.getOffset().equals(minute.getOffset())) {
                return next.toInstant();
            }
            minute = next;
        } while (minute.getMinute() != 0);
        return minute.toInstant();
    }

    private static Instant nextDay(Instant start, ZoneId zone, TimeGrain grain, ReportingCalendar calendar) {
        LocalDate first = LocalDate.ofInstant(start, zone);
        LocalDate day = first.plusDays(1);
        while (!begins(day, grain, calendar)) {
            day = day.plusDays(1);
        }
        return day.atStartOfDay(zone).toInstant();
    }

    private static boolean begins(LocalDate day, TimeGrain grain, ReportingCalendar calendar) {
        return switch (grain) {
            case HOUR, DAY -> true;
            case WEEK -> day.getDayOfWeek() == calendar.weekStart();
            case MONTH -> day.getDayOfMonth() == 1;
            case QUARTER ->
                day.getDayOfMonth() == 1
                        && (day.getMonthValue() - calendar.yearStart().getValue()) % 3 == 0;
            case YEAR -> day.getDayOfMonth() == 1 && day.getMonth() == calendar.yearStart();
        };
    }
}
