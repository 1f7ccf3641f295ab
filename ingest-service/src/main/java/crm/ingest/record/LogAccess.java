package crm.ingest.record;

import crm.log.EventLog;
import crm.log.EventLogReader;
import crm.log.LogRewriter;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the log on the service's database, and closes it after what was taken is durable. */
final class LogAccess {

    @Produces
    @Singleton
    EventLog log(AgroalDataSource database, Clock clock) {
        return new EventLog(database, clock);
    }

    void close(@Disposes EventLog log) {
        log.close();
    }

    @Produces
    @Singleton
    LogRewriter rewriter(AgroalDataSource database) {
        return new LogRewriter(database);
    }

    @Produces
    @Singleton
    EventLogReader reader(AgroalDataSource database) {
        return new EventLogReader(database);
    }
}
