package crm.ingest.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Removes what is left of imports: files that were read, uploads that broke off, and what nobody will ask for. */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration SILENT = Duration.ofMinutes(10);

    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final ImportSettings settings;
    private final Clock clock;
    private final Thread thread =
            Thread.ofPlatform().name("import-sweeper").daemon().unstarted(this::run);

    Sweeper(ImportJobs jobs, ImportChunks chunks, ImportSettings settings, Clock clock) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BETWEEN);
                try {
                    sweep();
                } catch (SQLException | RuntimeException away) {
                    LOG.debugf("sweeping waits cause=%s", away.getMessage());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void sweep() throws SQLException {
        Instant now = clock.instant();
        for (ImportJob job : jobs.forgettable(now.minus(settings.kept()), now.minus(SILENT))) {
            jobs.forget(job.id());
        }
        for (ImportId file : chunks.unneeded()) {
            chunks.delete(file);
        }
    }
}
