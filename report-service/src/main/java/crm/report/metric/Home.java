package crm.report.metric;

import java.time.DayOfWeek;
import java.time.ZoneId;

/**
 * What a tenant's questions mean where they do not say.
 *
 * @param zone the zone of the date columns
 */
record Home(ZoneId zone, DayOfWeek weekStart, String currency) {}
