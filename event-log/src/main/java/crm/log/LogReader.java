package crm.log;

import crm.tenant.TenantId;
import java.util.List;
import java.util.Map;

/** Reads the log in order, tenant by tenant. Whoever remembers the last position it saw misses nothing after it. */
public interface LogReader {

    /** The head of every tenant that has a log: its last position. One small statement. */
    Map<TenantId, Long> headsOfAllTenants();

    /**
     * How often the log of each tenant was rewritten, where it was: who derived something from an earlier generation
     * starts anew.
     */
    default Map<TenantId, Long> generationsOfAllTenants() {
        return Map.of();
    }

    /**
     * The tenant's events after a position, in order and without gaps; at most {@code limit}, fewer where they are
     * large, none only where there are none.
     */
    List<LoggedEvent> after(TenantId tenant, long position, int limit);
}
