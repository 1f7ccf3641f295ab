package crm.report.load;

import java.time.ZoneId;

/**
 * The settings of a tenant that its rows depend on: other settings, other rows.
 *
 * @param zone the time zone that dates are taken in
 * @param currency of amounts that name none
 * @param generation how often the tenant's log was rewritten because somebody had to be forgotten
 */
public record LoadSettings(ZoneId zone, String currency, long generation) {

    /** Those of a tenant who never had anybody forgotten. */
    public LoadSettings(ZoneId zone, String currency) {
        this(zone, currency, 0);
    }
}
