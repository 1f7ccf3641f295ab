package crm.report.metric;

import crm.engine.query.ReportingCalendar;
import java.time.ZoneId;

/**
 * What a tenant's questions mean where they do not say.
 *
 * @param zone the zone of the date columns
 */
record Home(ZoneId zone, ReportingCalendar calendar, String currency) {}
