package crm.engine.query;

import java.time.DayOfWeek;
import java.time.Month;

/**
 * Where weeks and years begin.
 *
 * @param yearStart the first month of the year; quarters begin with it and every third month after it
 */
public record ReportingCalendar(DayOfWeek weekStart, Month yearStart) {

    /** Weeks begin on Monday, years in January. */
    public static final ReportingCalendar USUAL = new ReportingCalendar(DayOfWeek.MONDAY, Month.JANUARY);

    /** By how many months quarters lie later than those of the calendar year: 0 to 2. */
    public int monthsQuartersAreLate() {
        return monthsYearsAreLate() % 3;
    }

    /** By how many months years lie later than those of the calendar: 0 to 11. */
    public int monthsYearsAreLate() {
        return yearStart.getValue() - 1;
    }
}
