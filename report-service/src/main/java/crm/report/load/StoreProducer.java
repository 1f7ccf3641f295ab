package crm.report.load;

import crm.engine.store.ColumnStore;
import crm.engine.store.DuckDbStore;
import crm.engine.store.StoreLimits;
import crm.log.EventLogReader;
import crm.log.LogReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Makes the one column store of the service, and the reader of the log that fills it. */
@ApplicationScoped
class StoreProducer {

    @Produces
    @ApplicationScoped
    ColumnStore store(LoadConfig config) {
        int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        return new DuckDbStore(
                config.directory(), FactTables.all(), new StoreLimits(config.memory(), threads, config.attached()));
    }

    void close(@Disposes ColumnStore store) {
        store.close();
    }

    @Produces
    @Singleton
    PastStores past(LogReader log, ColumnStore store, TenantSettings settings, LoadConfig config) {
        return new PastStores(log, store, settings::of, config.past());
    }

    @Produces
    @ApplicationScoped
    LogReader log(DataSource database) {
        return new EventLogReader(database);
    }
}
