package crm.tenant;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What a tenant's numbers depend on.
 *
 * @param name how people call the tenant
 * @param timeZone an IANA zone; it decides what a day is
 * @param currency of amounts that name none
 */
public record Settings(String name, ZoneId timeZone, Currency currency, DayOfWeek weekStart, Month fiscalYearStart) {

    /** The week's first day as it is written: {@code monday}. */
    public String weekStartText() {
        return weekStart.name().toLowerCase(Locale.ROOT);
    }
}
