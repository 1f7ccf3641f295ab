package crm.report.load;

import crm.engine.store.ColumnStore;
import crm.log.LogReader;
import crm.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Follows the log: asks for the heads of all tenants every few milliseconds and loads those who have news. While the
 * database is away the store goes on answering, and this goes on trying.
 */
@Startup
@ApplicationScoped
class LogFollower implements Following {

    private static final Logger LOG = Logger.getLogger(LogFollower.class);

    private final LogReader log;
    private final TenantSettings settings;
    private final PastStores past;
    private final LoadConfig config;
    private final TenantLoads loads;
    private final AtomicBoolean running = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean reached;
    private volatile boolean away;

    LogFollower(LogReader log, ColumnStore store, TenantSettings settings, PastStores past, LoadConfig config) {
        this.log = log;
        this.settings = settings;
        this.past = past;
        this.config = config;
        this.loads = new TenantLoads(new FactLoader(log, store, settings::of), store, config.tenants(), config.pause());
        this.thread = Thread.ofPlatform().daemon().name("log-follower").unstarted(this::follow);
    }

    void start(@Observes StartupEvent starting) {
        running.set(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running.set(false);
        thread.interrupt();
        thread.join();
        loads.close();
        past.close();
    }

    @Override
    public boolean await(TenantId tenant, long position, Duration patience) {
        return loads.await(tenant, position, patience);
    }

    /** Whether the log was read since the start. */
    boolean hasReachedTheLog() {
        return reached;
    }

    private void follow() {
        long settingsDue = System.nanoTime();
        while (running.get()) {
            try {
                Map<TenantId, Long> heads = log.headsOfAllTenants();
                heads.forEach(loads::reach);
                if (System.nanoTime() >= settingsDue) {
                    Map<TenantId, LoadSettings> now = settings.ofAllTenants();
                    loads.settle(now);
                    past.keepOnly(now);
                    settingsDue = System.nanoTime() + config.pause().toNanos();
                }
                reached();
                sleep(config.every());
            } catch (RuntimeException failure) {
                missed(failure);
                sleep(config.pause());
            }
        }
    }

    private void reached() {
        if (away) {
            LOG.info("log reached again");
        }
        reached = true;
        away = false;
    }

    private void missed(RuntimeException failure) {
        if (!away && running.get()) {
            LOG.warnf("log away, trying again every %s: %s", config.pause(), failure.getMessage());
        }
        away = true;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
