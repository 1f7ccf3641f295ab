package crm.ingest.erasure;

import crm.tenant.TenantId;
import java.util.List;

/** Files that came in and were not read to their end. */
public interface WaitingFiles {

    /** Stops reading those that name somebody who was erased, removes them, and tells which imports they were of. */
    List<String> stopThoseNaming(TenantId tenant, Memory memory);
}
