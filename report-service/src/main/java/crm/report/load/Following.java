package crm.report.load;

import crm.tenant.TenantId;
import java.time.Duration;

/** The following of the log, as far as those who answer questions need to know of it. */
public interface Following {

    /**
     * Waits until the tenant's store contains the log up to a position.
     *
     * @return whether it does; false when {@code patience} ended first
     */
    boolean await(TenantId tenant, long position, Duration patience);
}
