package crm.report.metric;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts the streams that are open, lets in no more than there is room for, and ends them all before the service does. */
@ApplicationScoped
class OpenStreams {

    private static final Duration ENDING = Duration.ofSeconds(3);

    private final LiveConfig limits;
    private final Map<TenantId, Integer> open = new HashMap<>();
    private int all;
    private volatile boolean ending;

    OpenStreams(LiveConfig limits) {
        this.limits = limits;
    }

    /** Lets a stream in, or refuses it. */
    synchronized void enter(TenantId tenant) {
        if (ending || all >= limits.streams()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "No more streams can be opened here now.");
        }
        if (open.getOrDefault(tenant, 0) >= limits.streamsOfATenant()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "At most " + limits.streamsOfATenant() + " streams of a tenant can be open at once.");
        }
        open.merge(tenant, 1, Integer::sum);
        all++;
    }

    synchronized void leave(TenantId tenant) {
        open.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
        all--;
        notifyAll();
    }

    /** Whether all streams have to end, because the service does. */
    boolean areEnding() {
        return ending;
    }

    synchronized void end(@Observes ShutdownEvent stopping) throws InterruptedException {
        ending = true;
        long deadline = System.nanoTime() + ENDING.toNanos();
        for (long left = ENDING.toMillis(); all > 0 && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
