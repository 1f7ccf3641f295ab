package crm.ingest.imports;

import crm.http.problem.ProblemException;
import crm.ingest.csv.CsvUnreadable;
import crm.ingest.erasure.Forgotten;
import crm.ingest.erasure.Memory;
import crm.ingest.mapping.RowMapper;
import crm.ingest.record.RecordJudge;
import crm.ingest.record.Verdict;
import crm.log.EventLog;
import crm.log.LogUnavailable;
import crm.log.Receipt;
import crm.log.Superseded;
import crm.tenant.Sender;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One turn of a worker at one import: step after step, from where it stands, until it is over or has to stop. */
final class ImportRun {

    /** Bytes of rows that become durable together. */
    private static final long SIZE_OF_A_STEP = 1 << 20;

    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int ROWS_BETWEEN_SIGNS = 20_000;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final ImportTurns turns;
    private final ImportChunks chunks;
    private final EventLog log;
    private final KindOfTenant kinds;
    private final Room room;
    private final Forgotten forgotten;
    private final Clock clock;
    private final String worker;
    private final ImportSettings settings;
    private final BooleanSupplier stopping;

    ImportRun(
            ImportTurns turns,
            ImportChunks chunks,
            EventLog log,
            KindOfTenant kinds,
            Room room,
            Forgotten forgotten,
            Clock clock,
            String worker,
            ImportSettings settings,
            BooleanSupplier stopping) {
        this.turns = turns;
        this.chunks = chunks;
        this.log = log;
        this.kinds = kinds;
        this.room = room;
        this.forgotten = forgotten;
        this.clock = clock;
        this.worker = worker;
        this.settings = settings;
        this.stopping = stopping;
    }

    /** Goes on with {@code job} as long as it is the worker's. */
    void run(ImportJob job) throws SQLException, InterruptedException {
        try {
            boolean whole = read(job);
            if (whole) {
                turns.finish(job.id(), worker, job.size());
                chunks.delete(job.id());
            } else {
                turns.giveBack(job.id(), worker);
            }
        } catch (CsvUnreadable unreadable) {
            turns.fail(job.id(), worker, unreadable.detail());
            chunks.delete(job.id());
        } catch (ProblemException unfit) {
            turns.fail(job.id(), worker, unfit.problem().detail());
            chunks.delete(job.id());
        } catch (IOException | UncheckedIOException away) {
            LOG.warnf("an import waits for the database id=%s cause=%s", job.id(), away.getMessage());
            Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
            turns.giveBack(job.id(), worker);
        } catch (RuntimeException ours) {
            LOG.errorf(ours, "an import failed id=%s", job.id());
            turns.fail(job.id(), worker, "The service failed. The rows read until then are stored.");
            chunks.delete(job.id());
        }
    }

    /** Whether the file was read to its end. */
    private boolean read(ImportJob job) throws IOException, SQLException, InterruptedException {
        JobFile opened = JobFile.open(job, chunks);
        ImportedFile file = opened.rows();
        if (!skip(job, file)) {
            return false;
        }
        Progress progress = job.progress();
        while (file.hasNext()) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            Instant now = clock.instant();
            RecordJudge judge = new RecordJudge(
                    kinds.of(job.wanted().tenant(), opened.mapping().kind()), now);
            ImportStep step = new ImportStep(job.id(), worker, progress, settings.refusedRows(), clock);
            while (file.hasNext() && step.rows() < settings.rowsAtOnce() && step.size() < SIZE_OF_A_STEP) {
                List<String> row = file.next();
                step.add(row, verdict(judge, opened.mapper().map(row)));
            }
            step.readTo(opened.content().bytesRead());
            if (!awaitRoom(job, step.rows())) {
                return false;
            }
            @Nullable Progress after = store(job, step, progress);
            if (after == null) {
                return false;
            }
            progress = after;
        }
        return true;
    }

    /** Rows count against the tenant's quota, and wait for it. False where the turn ended meanwhile. */
    private boolean awaitRoom(ImportJob job, int rows) throws SQLException, InterruptedException {
        for (Duration wait = room.take(job.wanted().tenant(), rows);
                !wait.isZero();
                wait = room.take(job.wanted().tenant(), rows)) {
            Thread.sleep(Math.min(wait.toMillis() + 1, BETWEEN_ATTEMPTS.toMillis()));
            if (stopping.getAsBoolean() || !turns.sign(job.id(), worker)) {
                return false;
            }
        }
        return true;
    }

    /** Passes over the rows that were read before. False where the turn ended meanwhile. */
    private boolean skip(ImportJob job, ImportedFile file) throws SQLException {
        for (long row = 0; row < job.progress().rows() && file.hasNext(); row++) {
            file.next();
            if (row % ROWS_BETWEEN_SIGNS == 0 && (stopping.getAsBoolean() || !turns.sign(job.id(), worker))) {
                return false;
            }
        }
        return true;
    }

    private static Verdict verdict(RecordJudge judge, RowMapper.Mapped mapped) {
        return judge.judge(mapped.json(), mapped.violations());
    }

    /**
     * Makes a step durable, however long the log cannot, without anybody who was erased. A failed try may have been durable all the same: what the
     * database knows decides.
     *
     * @return how far the import has come; nothing where the turn is over
     */
    private @Nullable Progress store(ImportJob job, ImportStep step, Progress before) throws InterruptedException {
        Sender sender = new Sender(job.wanted().tenant(), job.wanted().keyId());
        while (true) {
            try {
                Memory memory = forgotten.of(sender.tenant());
                ImportStep passed = step.through(memory);
                Receipt receipt = log.append(passed.batch(sender, memory)).get();
                if (!receipt.isStale()) {
                    return passed.after(receipt);
                }
                var unused = forgotten.refresh(sender.tenant());
            } catch (ExecutionException failed) {
                boolean passes = failed.getCause() instanceof LogUnavailable || failed.getCause() instanceof Superseded;
                if (!passes) {
                    throw new IllegalStateException("a step could not be stored", failed);
                }
            } catch (LogUnavailable | PersistenceException away) {
                LOG.warnf("an import waits for the database id=%s cause=%s", job.id(), away.getMessage());
            }
            Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
            if (stopping.getAsBoolean()) {
                return null;
            }
            @Nullable ImportJob now = stands(job);
            if (now == null) {
                return null;
            }
            if (now.progress().rows() != before.rows()) {
                return now.progress();
            }
        }
    }

    /** How the import stands; nothing where it is not the worker's any more, or the database cannot tell. */
    private @Nullable ImportJob stands(ImportJob job) throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            try {
                return turns.still(job.id(), worker).orElse(null);
            } catch (SQLException away) {
                Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
            }
        }
        return null;
    }
}
