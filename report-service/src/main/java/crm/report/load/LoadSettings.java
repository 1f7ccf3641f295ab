package crm.report.load;

import java.time.ZoneId;

/**
 * The settings of a tenant that its rows depend on: other settings, other rows.
 *
 * @param zone the time zone that dates are taken in
 * @param currency of amounts that name none
 */
public record LoadSettings(ZoneId zone, String currency) {}
