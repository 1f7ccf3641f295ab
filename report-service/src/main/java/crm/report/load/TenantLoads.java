package crm.report.load;

import crm.engine.store.ColumnStore;
import crm.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Loads tenants, a few at a time and each by one thread, and tells those who wait how far they are. */
final class TenantLoads implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TenantLoads.class);

    private final FactLoader loader;
    private final ColumnStore store;
    private final Duration pause;
    private final ExecutorService threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final Map<TenantId, Long> loaded = new HashMap<>();
    private final Map<TenantId, LoadSettings> settled = new HashMap<>();
    private final Map<TenantId, Long> notBefore = new HashMap<>();
    private final Set<TenantId> loading = new HashSet<>();

    TenantLoads(FactLoader loader, ColumnStore store, int atOnce, Duration pause) {
        this.loader = loader;
        this.store = store;
        this.pause = pause;
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("load-", 0).factory());
    }

    /** Loads the tenant unless it is there already. */
    void reach(TenantId tenant, long head) {
        lock.lock();
        try {
            if (loaded.getOrDefault(tenant, 0L) < head) {
                begin(tenant);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks at tenants again whose settings are others than before. */
    void settle(Map<TenantId, LoadSettings> settings) {
        lock.lock();
        try {
            settings.forEach((tenant, now) -> {
                LoadSettings before = settled.get(tenant);
                if (before == null) {
                    settled.put(tenant, now);
                } else if (!before.equals(now) && begin(tenant)) {
                    settled.put(tenant, now);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    boolean await(TenantId tenant, long position, Duration patience) {
        long stored = store.watermark(tenant.toString()).position();
        beginAgainIfLost(tenant, stored);
        if (stored >= position) {
            return true;
        }
        long left = patience.toNanos();
        lock.lock();
        try {
            while (loaded.getOrDefault(tenant, 0L) < position) {
                if (left <= 0) {
                    return false;
                }
                left = progress.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** A store that contains less than was loaded was damaged, and thrown away. */
    private void beginAgainIfLost(TenantId tenant, long stored) {
        lock.lock();
        try {
            if (stored < loaded.getOrDefault(tenant, 0L) && !loading.contains(tenant)) {
                loaded.put(tenant, stored);
                begin(tenant);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("stopping in the middle of a load; it will be done again");
        }
    }

    private boolean begin(TenantId tenant) {
        boolean resting = notBefore.getOrDefault(tenant, Long.MIN_VALUE) > System.nanoTime();
        if (resting || !loading.add(tenant)) {
            return false;
        }
        try {
            threads.execute(() -> load(tenant));
            return true;
        } catch (RejectedExecutionException stopping) {
            loading.remove(tenant);
            return false;
        }
    }

    private void load(TenantId tenant) {
        long position = -1;
        try {
            long started = System.nanoTime();
            position = loader.load(tenant, loaded -> tell(tenant, loaded.position()))
                    .position();
            LOG.debugf(
                    "load finished tenant=%s position=%d took=%dms",
                    tenant,
                    position,
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "load failed tenant=%s", tenant);
        } finally {
            end(tenant, position);
        }
    }

    private void tell(TenantId tenant, long position) {
        lock.lock();
        try {
            loaded.merge(tenant, position, Math::max);
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(TenantId tenant, long position) {
        lock.lock();
        try {
            loading.remove(tenant);
            if (position >= 0) {
                loaded.merge(tenant, position, Math::max);
                notBefore.remove(tenant);
            } else {
                notBefore.put(tenant, System.nanoTime() + pause.toNanos());
            }
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
