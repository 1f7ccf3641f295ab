package crm.ingest.rejection;

import crm.tenant.Tenant;
import crm.tenant.Tenants;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes away rejections that were kept long enough, in small transactions that hold nobody up. Every instance may do so
 * and one is enough: whoever comes second finds nothing left.
 */
@ApplicationScoped
public class RejectionPurge {

    private static final Logger LOG = Logger.getLogger(RejectionPurge.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private final Tenants tenants;
    private final RejectionArchive archive;
    private final RejectionKeeping keeping;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rejection-purge").factory());

    RejectionPurge(Tenants tenants, RejectionArchive archive, RejectionKeeping keeping, Clock clock) {
        this.tenants = tenants;
        this.archive = archive;
        this.keeping = keeping;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        var unused =
                thread.scheduleWithFixedDelay(this::attempt, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    /** How many were taken away. */
    public int purge() {
        Instant tooOld = clock.instant().minus(keeping.keep());
        int purged = 0;
        for (Tenant tenant : tenants.all()) {
            int some;
            do {
                some = archive.removeReceivedBefore(tenant.id(), tooOld, AT_ONCE);
                purged += some;
            } while (some == AT_ONCE);
        }
        return purged;
    }

    private void attempt() {
        try {
            int purged = purge();
            if (purged > 0) {
                LOG.infof("rejections purged count=%d", purged);
            }
        } catch (RuntimeException later) {
            LOG.warnf(
                    "purging rejections failed, and is tried again cause=%s",
                    later.getClass().getSimpleName());
        }
    }
}
