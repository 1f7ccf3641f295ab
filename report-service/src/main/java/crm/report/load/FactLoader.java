package crm.report.load;

import crm.engine.store.ColumnStore;
import crm.engine.store.ColumnStore.Writer;
import crm.engine.store.Watermark;
import crm.log.LogReader;
import crm.log.LoggedEvent;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Brings what is new in a tenant's log into its facts. Rows, everything worked out of them and the watermark are written
 * in one transaction, so that it can be stopped anywhere and begun again.
 */
public final class FactLoader {

    /** Events a transaction; a rebuild, which nobody watches, takes more. */
    private static final int BATCH = 10_000;

    private static final int REBUILD_BATCH = 50_000;

    /** A store that is empty is filled beside, all derived tables once at the end, from this many events on. */
    private static final int WORTH_A_REBUILD = 2 * BATCH;

    private final LogReader log;
    private final ColumnStore store;
    private final SettingsLookup settings;
    private final Naming naming;

    /** Tells a tenant's settings. */
    public interface SettingsLookup {
        LoadSettings of(TenantId tenant);
    }

    /** Says what the store calls a tenant. */
    interface Naming {
        String of(TenantId tenant);
    }

    public FactLoader(LogReader log, ColumnStore store, SettingsLookup settings) {
        this(log, store, settings, TenantId::toString);
    }

    FactLoader(LogReader log, ColumnStore store, SettingsLookup settings, Naming naming) {
        this.log = log;
        this.store = store;
        this.settings = settings;
        this.naming = naming;
    }

    /** Loads until nothing is new, and tells how far the store is. */
    public Watermark load(TenantId tenant) {
        return load(tenant, loaded -> {});
    }

    /** The same; where events keep flowing in that takes its time, so whoever waits is told after each part. */
    Watermark load(TenantId tenant, Consumer<Watermark> progress) {
        LoadSettings current = settings.of(tenant);
        String name = naming.of(tenant);
        Watermark watermark = store.watermark(name);
        if (watermark.position() > 0 && !BuiltWith.isBuiltWith(store, name, current)
                || watermark.position() == 0 && isLong(tenant)) {
            rebuild(tenant);
            watermark = store.watermark(name);
        }
        for (List<LoggedEvent> events = log.after(tenant, watermark.position(), BATCH);
                !events.isEmpty();
                events = log.after(tenant, watermark.position(), BATCH)) {
            long before = watermark.position();
            List<LoggedEvent> batch = events;
            watermark = end(batch);
            store.load(name, watermark, writer -> loadBatch(writer, current, batch, before));
            progress.accept(watermark);
        }
        return watermark;
    }

    /** Fills the tenant's store anew from the whole log; the old one answers until the new one is done. */
    public void rebuild(TenantId tenant) {
        LoadSettings current = settings.of(tenant);
        String name = naming.of(tenant);
        store.rebuild(name, beside -> {
            Watermark watermark = Watermark.NONE;
            CompletableFuture<List<LoggedEvent>> next = read(tenant, 0);
            for (List<LoggedEvent> batch = next.join(); !batch.isEmpty(); batch = next.join()) {
                List<LoggedEvent> events = batch;
                long before = watermark.position();
                watermark = end(events);
                next = read(tenant, watermark.position());
                beside.load(name, watermark, writer -> new RecordBatch(new Changes(writer, current, before))
                        .write(RecordBatch.byKind(events)));
            }
            beside.load(name, watermark, writer -> {
                BuiltWith.remember(writer, current);
                Changes changes = new Changes(writer, current, 0);
                RecordKinds.all().forEach(kind -> changes.collect(kind.collection()));
                Derivations.derive(changes);
            });
        });
    }

    private CompletableFuture<List<LoggedEvent>> read(TenantId tenant, long position) {
        return CompletableFuture.supplyAsync(() -> log.after(tenant, position, REBUILD_BATCH));
    }

    private boolean isLong(TenantId tenant) {
        return log.headsOfAllTenants().getOrDefault(tenant, 0L) >= WORTH_A_REBUILD;
    }

    private static void loadBatch(Writer writer, LoadSettings settings, List<LoggedEvent> events, long before) {
        if (before == 0) {
            BuiltWith.remember(writer, settings);
        }
        Map<RecordKind, List<LoggedEvent>> byKind = RecordBatch.byKind(events);
        Changes changes = new Changes(writer, settings, before);
        new RecordBatch(changes).write(byKind);
        List<String> collections =
                byKind.keySet().stream().map(RecordKind::collection).toList();
        if (Origins.areDerivedFrom(collections)) {
            collections.stream()
                    .filter(collection -> !collection.equals("users"))
                    .forEach(changes::collect);
            Derivations.derive(changes);
        }
    }

    private static Watermark end(List<LoggedEvent> events) {
        LoggedEvent last = events.getLast();
        return new Watermark(last.position(), last.receivedAt());
    }
}
