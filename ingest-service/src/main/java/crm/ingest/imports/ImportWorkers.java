package crm.ingest.imports;

import crm.ingest.erasure.Forgotten;
import crm.ingest.quota.Quotas;
import crm.ingest.record.TenantKinds;
import crm.log.EventLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The threads that work on imports, a few an instance. */
@ApplicationScoped
class ImportWorkers {

    private static final Logger LOG = Logger.getLogger(ImportWorkers.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(10);

    private final ImportTurns turns;
    private final ImportChunks chunks;
    private final EventLog log;
    private final KindOfTenant kinds;
    private final Room room;
    private final Forgotten forgotten;
    private final Clock clock;
    private final ImportSettings settings;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    @Inject
    ImportWorkers(
            DataSource database,
            ImportChunks chunks,
            EventLog log,
            TenantKinds kinds,
            Quotas quotas,
            Forgotten forgotten,
            Clock clock,
            ImportSettings settings) {
        this(
                database,
                chunks,
                log,
                (tenant, kind) -> kinds.of(tenant).await().indefinitely().apply(kind),
                (tenant, records) -> quotas.of(tenant).spendOrWait(records),
                forgotten,
                clock,
                settings);
    }

    ImportWorkers(
            DataSource database,
            ImportChunks chunks,
            EventLog log,
            KindOfTenant kinds,
            Room room,
            Forgotten forgotten,
            Clock clock,
            ImportSettings settings) {
        this.kinds = kinds;
        this.room = room;
        this.forgotten = forgotten;
        this.turns = new ImportTurns(database, clock, settings.patience());
        this.chunks = chunks;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stop();
    }

    void start() {
        for (int number = 0; number < settings.workers(); number++) {
            threads.add(Thread.ofPlatform().name("import-" + number).daemon().start(this::work));
        }
    }

    /** Lets each worker end its step; others go on with the rest. */
    void stop() {
        stopping = true;
        news.release(threads.size());
        try {
            for (Thread thread : threads) {
                thread.join(END);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** An import waits that somebody could begin with at once. */
    void wake() {
        news.release();
    }

    private void work() {
        String worker = UUID.randomUUID().toString();
        ImportRun run =
                new ImportRun(turns, chunks, log, kinds, room, forgotten, clock, worker, settings, () -> stopping);
        boolean told = false;
        while (!stopping) {
            try {
                Optional<ImportJob> job = turns.take(worker);
                told = false;
                if (job.isPresent()) {
                    run(run, job.get());
                } else {
                    await();
                }
            } catch (SQLException away) {
                if (!told) {
                    LOG.warnf("imports wait for the database cause=%s", away.getMessage());
                }
                told = true;
                await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.error("an import failed, and is tried again", failed);
                await();
            }
        }
    }

    private static void run(ImportRun run, ImportJob job) throws SQLException, InterruptedException {
        LOG.infof(
                "import goes on id=%s tenant=%s row=%d",
                job.id(), job.wanted().tenant(), job.progress().rows());
        run.run(job);
    }

    private void await() {
        try {
            if (news.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
