package crm.ingest.imports;

import crm.tenant.TenantId;
import java.time.Duration;

/** What is left of tenants' quotas. */
@FunctionalInterface
interface Room {

    /** Takes so many records from what is left, and answers nothing to wait; else takes none, and tells until when. */
    Duration take(TenantId tenant, int records);
}
