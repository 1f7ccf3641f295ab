package crm.log;

import crm.tenant.TenantId;
import java.time.Instant;
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

    /**
     * The position of the last event before the first one that was received after a time; 0 where there is none. The
     * same for ever once later events have come: it is sought from the beginning, never from the end. Services whose
     * clocks differ may make the times of neighbours stand a little out of order; then it is one of those places.
     */
    default long positionAt(TenantId tenant, Instant time) {
        long before = 0;
        long after = 1;
        while (isReceivedBy(tenant, after, time)) {
            before = after;
            after *= 2;
        }
        while (after - before > 1) {
            long middle = before + (after - before) / 2;
            if (isReceivedBy(tenant, middle, time)) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return before;
    }

    private boolean isReceivedBy(TenantId tenant, long position, Instant time) {
        List<LoggedEvent> found = after(tenant, position - 1, 1);
        return !found.isEmpty() && !found.getFirst().receivedAt().isAfter(time);
    }
}
