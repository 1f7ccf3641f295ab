package crm.report.load;

import crm.engine.store.ColumnStore;
import crm.log.LogReader;
import crm.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores of the past: each made from a tenant's log up to a position, one after the other, in a file of its own beside
 * the present one. A few are kept; the one that was asked longest ago makes room. They were made with the settings of
 * their time of making, and go when those change: so what was erased from the log is gone from them too.
 */
public final class PastStores implements Past, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PastStores.class);

    /** So many events are loaded within moments, and need not wait for those who have more. */
    private static final int FEW = 20_000;

    /** No tenant's name contains it. */
    private static final String AT = "_at_";

    private final LogReader log;
    private final ColumnStore store;
    private final Function<TenantId, LoadSettings> settings;
    private final int most;
    private final ExecutorService maker = thread("past");
    private final ExecutorService quickMaker = thread("past-quick");

    /** The one that was asked longest ago first. Whoever looks at it, or at one of them, holds this lock. */
    private final Map<Place, Made> stores = new LinkedHashMap<>(16, 0.75f, true);

    private long made;

    private record Place(TenantId tenant, long position) {}

    /**
     * @param most how many are kept
     */
    public PastStores(LogReader log, ColumnStore store, Function<TenantId, LoadSettings> settings, int most) {
        this.log = log;
        this.store = store;
        this.settings = settings;
        this.most = most;
        store.tenants().stream().filter(name -> name.contains(AT)).forEach(store::discard);
    }

    @Override
    public long positionAt(TenantId tenant, Instant time) {
        return log.positionAt(tenant, time);
    }

    @Override
    public View at(TenantId tenant, long position, Duration patience) {
        Place place = new Place(tenant, position);
        @Nullable Made view = hold(place);
        if (view == null) {
            LoadSettings now = settings.apply(tenant);
            synchronized (stores) {
                view = hold(place);
                if (view == null && hasRoom()) {
                    view = make(place, now);
                    view.holders++;
                }
            }
        }
        return view == null ? new NoRoom() : await(view, patience);
    }

    private @Nullable Made hold(Place place) {
        synchronized (stores) {
            Made view = stores.get(place);
            if (view != null) {
                view.holders++;
            }
            return view;
        }
    }

    private static View await(Made view, Duration patience) {
        try {
            view.done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return view;
        } catch (TimeoutException notYet) {
            view.close();
            return new InTheMaking(view.past.percent());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            view.close();
            return new InTheMaking(view.past.percent());
        } catch (CancellationException goneMeanwhile) {
            view.close();
            return new InTheMaking(0);
        } catch (ExecutionException failure) {
            view.close();
            throw new CompletionException(failure.getCause());
        }
    }

    /** Drops what was made with other settings than these. */
    void keepOnly(Map<TenantId, LoadSettings> now) {
        synchronized (stores) {
            List<Made> others = stores.values().stream()
                    .filter(each -> !each.madeWith.equals(now.get(each.place.tenant)))
                    .toList();
            others.forEach(this::drop);
        }
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (stores) {
            stores.values().forEach(each -> each.past.stop());
        }
        maker.shutdown();
        quickMaker.shutdown();
        if (!maker.awaitTermination(10, TimeUnit.SECONDS) || !quickMaker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("stopping in the middle of a view of the past; it will be made again");
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private boolean hasRoom() {
        for (Made each : new ArrayList<>(stores.values())) {
            if (stores.size() < most) {
                break;
            }
            if (each.holders == 0 && each.done.isDone()) {
                drop(each);
            }
        }
        return stores.size() < most;
    }

    private Made make(Place place, LoadSettings with) {
        made++;
        Made view = new Made(place, place.tenant + AT + place.position + "_" + made, with);
        ExecutorService thread = place.position <= FEW ? quickMaker : maker;
        thread.execute(() -> make(view));
        stores.put(place, view);
        return view;
    }

    private void make(Made view) {
        try {
            long started = System.nanoTime();
            new FactLoader(view.past, store, tenant -> view.madeWith, tenant -> view.name).load(view.place.tenant);
            view.done.complete(true);
            LOG.debugf(
                    "past made tenant=%s position=%d took=%dms",
                    view.place.tenant,
                    view.place.position,
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        } catch (CancellationException dropped) {
            LOG.debugf("past dropped tenant=%s position=%d", view.place.tenant, view.place.position);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "past failed tenant=%s position=%d", view.place.tenant, view.place.position);
            view.done.completeExceptionally(failure);
        }
        synchronized (stores) {
            view.making = false;
            if (view.done.isCompletedExceptionally()) {
                drop(view);
            }
        }
    }

    /** Takes it from those who ask now; its file goes when nobody reads or writes it any more. */
    private void drop(Made view) {
        stores.remove(view.place, view);
        view.done.cancel(false);
        view.past.stop();
        view.dropped = true;
        view.discardIfUnused();
    }

    /** One store of the past. */
    private final class Made implements Ready {
        private final Place place;
        private final String name;
        private final LoadSettings madeWith;
        private final LogUntil past;
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private int holders;
        private boolean making = true;
        private boolean dropped;

        Made(Place place, String name, LoadSettings madeWith) {
            this.place = place;
            this.name = name;
            this.madeWith = madeWith;
            this.past = new LogUntil(log, place.tenant, place.position);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void close() {
            synchronized (stores) {
                holders--;
                discardIfUnused();
            }
        }

        private void discardIfUnused() {
            if (dropped && holders == 0 && !making) {
                store.discard(name);
            }
        }
    }
}
