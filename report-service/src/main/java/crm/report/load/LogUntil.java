package crm.report.load;

import crm.log.LogReader;
import crm.log.LoggedEvent;
import crm.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** One tenant's log as it was when it had reached a position. */
final class LogUntil implements LogReader {

    private final LogReader log;
    private final TenantId tenant;
    private final long end;
    private volatile long read;
    private volatile boolean stopped;

    LogUntil(LogReader log, TenantId tenant, long end) {
        this.log = log;
        this.tenant = tenant;
        this.end = end;
    }

    /** How much of it was read. */
    int percent() {
        return end == 0 ? 100 : (int) (100 * read / end);
    }

    /** Whoever reads on is told to end. */
    void stop() {
        stopped = true;
    }

    @Override
    public Map<TenantId, Long> headsOfAllTenants() {
        return Map.of(tenant, end);
    }

    @Override
    public List<LoggedEvent> after(TenantId tenant, long position, int limit) {
        if (!tenant.equals(this.tenant)) {
            throw new IllegalArgumentException("the log of " + this.tenant + ", not of " + tenant);
        }
        if (stopped) {
            throw new CancellationException("nobody wants it any more");
        }
        read = position;
        if (position >= end) {
            return List.of();
        }
        return log.after(tenant, position, (int) Math.min(limit, end - position));
    }
}
