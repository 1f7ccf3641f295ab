package crm.workbench.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;

/**
 * When a company is busy: seasons, weekdays, holidays, working hours, and a little growth.
 *
 * <p>The way from the first day to the last is measured by work done: half way is where half the work is done.
 */
final class BusinessCalendar {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(11, 1),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(12, 31));

    /** Share of a day's work done by the end of each hour. */
    private static final double[] DONE_BY_HOUR = cumulated(
            0.02, 0.01, 0.01, 0.01, 0.02, 0.05, 0.2, 1.2, 5, 10, 11.5, 10, 6, 8, 11, 11, 9, 6, 2, 1, 0.6, 0.4, 0.2,
            0.1);

    private static final double GROWTH = 0.3;

    private final LocalDate first;
    private final LocalDate end;
    private final double[] doneByDay;

    /** From {@code first} to the end of the day before {@code end}. */
    BusinessCalendar(LocalDate first, LocalDate end) {
        this.first = first;
        this.end = end;
        int days = Math.toIntExact(end.toEpochDay() - first.toEpochDay());
        double[] work = new double[days];
        Arrays.setAll(work, day -> work(first.plusDays(day)) * (1 + GROWTH * day / days));
        this.doneByDay = cumulated(work);
    }

    Instant start() {
        return first.atStartOfDay(ZONE).toInstant();
    }

    Instant end() {
        return end.atStartOfDay(ZONE).toInstant();
    }

    /** The moment at which this share of the work, 0 to 1, is done. */
    Instant at(double share) {
        int day = place(doneByDay, share);
        double inDay = (share - doneBefore(doneByDay, day)) / (doneByDay[day] - doneBefore(doneByDay, day));
        return moment(first.plusDays(day), inDay);
    }

    /** The share of the work done by a moment. */
    double share(Instant moment) {
        LocalDate date = moment.atZone(ZONE).toLocalDate();
        int day = Math.toIntExact(date.toEpochDay() - first.toEpochDay());
        if (day < 0) {
            return 0;
        }
        return day >= doneByDay.length ? 1 : doneBefore(doneByDay, day);
    }

    /** A moment in working hours on or soon after the day of {@code moment}, never before {@code moment}. */
    Instant inWorkingHours(Instant moment, Dice dice) {
        LocalDate date = moment.atZone(ZONE).toLocalDate();
        while (true) {
            if (work(date) >= 0.2) {
                Instant found = moment(date, dice.next());
                if (found.isAfter(moment)) {
                    return found;
                }
            }
            date = date.plusDays(1);
        }
    }

    private static Instant moment(LocalDate date, double share) {
        double held = Math.clamp(share, 0, 0.999_999);
        int hour = place(DONE_BY_HOUR, held);
        double before = doneBefore(DONE_BY_HOUR, hour);
        long seconds = (long) (3600 * (hour + (held - before) / (DONE_BY_HOUR[hour] - before)));
        return date.atStartOfDay(ZONE).toInstant().plus(Duration.ofSeconds(seconds));
    }

    private static double work(LocalDate date) {
        double work = season(date.getMonth()) * weekday(date.getDayOfWeek());
        return HOLIDAYS.contains(MonthDay.from(date)) ? work * 0.05 : work;
    }

    private static double season(Month month) {
        return switch (month) {
            case JANUARY -> 0.9;
            case FEBRUARY -> 0.95;
            case MARCH, JUNE, SEPTEMBER, OCTOBER -> 1.12;
            case APRIL, MAY -> 1.0;
            case JULY -> 0.72;
            case AUGUST -> 0.6;
            case NOVEMBER -> 1.18;
            case DECEMBER -> 0.85;
        };
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.05;
            case TUESDAY -> 1.1;
            case WEDNESDAY -> 1.0;
            case THURSDAY -> 1.05;
            case FRIDAY -> 0.8;
            case SATURDAY -> 0.06;
            case SUNDAY -> 0.02;
        };
    }

    private static int place(double[] cumulated, double share) {
        int found = Arrays.binarySearch(cumulated, share);
        return Math.min(found >= 0 ? found + 1 : -found - 1, cumulated.length - 1);
    }

    private static double doneBefore(double[] cumulated, int place) {
        return place == 0 ? 0 : cumulated[place - 1];
    }

    private static double[] cumulated(double... weights) {
        double total = Arrays.stream(weights).sum();
        double[] cumulated = new double[weights.length];
        double sum = 0;
        for (int place = 0; place < weights.length; place++) {
            sum += weights[place];
            cumulated[place] = sum / total;
        }
        return cumulated;
    }
}
