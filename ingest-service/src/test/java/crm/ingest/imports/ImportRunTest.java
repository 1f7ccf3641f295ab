package crm.ingest.imports;

import static crm.ingest.imports.ImportWorld.ACME;
import static crm.ingest.imports.ImportWorld.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.imports.ImportWorld.Settings;
import crm.ingest.mapping.Mapping;
import crm.log.Batch;
import crm.log.Superseded;
import crm.record.RecordKinds;
import crm.tenant.Sender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports on a real database: whoever works on them, none of their rows is lost and none counted twice. */
class ImportRunTest {

    private final ImportWorld world;
    private final List<ImportWorkers> started = new ArrayList<>();

    ImportRunTest() throws Exception {
        world = new ImportWorld();
    }

    @BeforeEach
    void nothingRuns() {
        assertThat(started).isEmpty();
    }

    @AfterEach
    void stopEverything() {
        started.forEach(ImportWorkers::stop);
        world.close();
    }

    @Test
    void everyRowIsReadAndCounted() throws Exception {
        ImportId id = world.store(ACME, "deals", deals(1_234));
        start(Settings.USUAL);

        ImportJob job = world.over(ACME, id);

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(job.progress()).isEqualTo(new Progress(job.size(), 1_234, 1_234, 0, 0, 1_234L));
        assertThat(world.count("SELECT COUNT(*) FROM event_log")).isEqualTo(1_234);
        world.awaitNoPieces();
    }

    @Test
    void importingAgainCountsDuplicates() throws Exception {
        ImportId first = world.store(ACME, "deals", deals(300));
        start(Settings.USUAL);
        world.over(ACME, first);

        ImportJob again = world.over(ACME, world.store(ACME, "deals", deals(310)));

        assertThat(again.progress().accepted()).isEqualTo(10);
        assertThat(again.progress().duplicates()).isEqualTo(300);
        assertThat(world.count("SELECT COUNT(*) FROM event_log")).isEqualTo(310);
    }

    @Test
    void rowsWaitForRoomInTheQuotaAndAreAllCountedAgainstIt() throws Exception {
        ImportId id = world.store(ACME, "deals", deals(300));
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        ImportWorkers workers = world.workers(Settings.USUAL, (tenant, records) -> {
            if (tenant.equals(ACME) && asked.getAndIncrement() % 2 == 0) {
                return Duration.ofMillis(5);
            }
            taken.addAndGet(records);
            return Duration.ZERO;
        });
        started.add(workers);
        workers.start();

        assertThat(world.over(ACME, id).progress().accepted()).isEqualTo(300);
        assertThat(taken).hasValue(300);
    }

    @Test
    void anotherWorkerGoesOnWhereOneStopped() throws Exception {
        ImportId id = world.store(ACME, "deals", deals(3_000));
        int stops = 0;
        while (!world.job(ACME, id).state().isOver()) {
            ImportWorkers workers = world.workers(new Settings(1, 50, 1_000));
            workers.start();
            long before = world.job(ACME, id).progress().rows();
            while (world.job(ACME, id).progress().rows() == before
                    && !world.job(ACME, id).state().isOver()) {
                Thread.sleep(1);
            }
            workers.stop();
            stops++;
        }

        assertThat(stops).isGreaterThan(2);
        assertThat(world.job(ACME, id).progress().accepted()).isEqualTo(3_000);
        assertThat(world.job(ACME, id).progress().duplicates()).isZero();
        assertThat(world.count("SELECT COUNT(*) FROM event_log")).isEqualTo(3_000);
        assertThat(world.count("SELECT SUM(accepted) FROM reconciliation")).isEqualTo(3_000);
        assertThat(world.count("SELECT SUM(received) FROM reconciliation")).isEqualTo(3_000);
    }

    @Test
    void aWorkerThatFellSilentIsSucceededAndCanStoreNothingMore() throws Exception {
        ImportId id = world.store(ACME, "deals", deals(200));
        ImportTurns turns = world.turns();
        ImportJob silent = turns.take("silent").orElseThrow();
        ImportStep late = new ImportStep(id, "silent", silent.progress(), 100, Clock.systemUTC());

        assertThat(turns.take("other")).isEmpty();
        Thread.sleep(Settings.USUAL.patience().toMillis() + 100);
        start(Settings.USUAL);
        world.over(ACME, id);

        Batch batch = new Batch(new Sender(ACME, "key"), List.of(), List.of(), false, 0, null).with(late);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> world.log.append(batch).get())
                .withCauseInstanceOf(Superseded.class);
        assertThat(world.job(ACME, id).progress().rows()).isEqualTo(200);
    }

    @Test
    void refusedRowsComeBackMendableAndGoThroughWhenMended() throws Exception {
        String csv = "id,createdAt,amount,title\n"
                + "d-1,2026-03-02T09:30:00Z,12,fine\n"
                + "d-2,2026-03-02T09:30:00Z,much,\"=1+1, \"\"quoted\"\"\"\n"
                + "d-3,yesterday,-5,\"two\nlines\"\n"
                + "d-4,2026-03-02T09:30:00Z\n";
        ImportId id = world.store(ACME, "deals", csv);
        start(Settings.USUAL);

        ImportJob job = world.over(ACME, id);
        assertThat(job.progress()).isEqualTo(new Progress(job.size(), 4, 1, 0, 3, 1L));
        String errors = world.errors(ACME, id).replace("\r\n", "\n");
        assertThat(errors)
                .startsWith("id,createdAt,amount,title,Import error\n")
                .contains("d-2,2026-03-02T09:30:00Z,much,\"'=1+1, \"\"quoted\"\"\",")
                .contains("amount: \"\"much\"\" is no number")
                .contains("d-3,yesterday,-5,\"two\nlines\",")
                .contains("The row has 2 cells, the first row 4.");

        String mended = errors.replace("much", "7").replace("yesterday", "2026-03-02T09:30:00Z");
        ImportJob again = world.over(ACME, world.store(ACME, "deals", mended));

        assertThat(again.progress().rejected()).isZero();
        assertThat(again.progress().accepted()).isEqualTo(3);
        assertThat(world.reader().versions(ACME, "deals", "d-2").getFirst().data())
                .contains("\"title\":\"=1+1, \\\"quoted\\\"\"", "\"amount\":7");
        assertThat(world.count("SELECT COUNT(*) FROM rejection")).isZero();
    }

    @Test
    void aVersionStoredWithOtherContentIsARefusedRow() throws Exception {
        start(Settings.USUAL);
        String csv = "id,updatedAt,createdAt,title\nd-1,2026-03-03T00:00:00Z,2026-03-02T09:30:00Z,a\n";
        world.over(ACME, world.store(ACME, "deals", csv));

        ImportId id = world.store(ACME, "deals", csv.replace(",a\n", ",b\n"));

        assertThat(world.over(ACME, id).progress().rejected()).isEqualTo(1);
        assertThat(world.errors(ACME, id)).contains("The same version of the record is stored with other content.");
    }

    @Test
    void onlySoManyRefusedRowsAreKept() throws Exception {
        StringBuilder csv = new StringBuilder("id,createdAt\n");
        for (int row = 0; row < 200; row++) {
            csv.append("d-").append(row).append(",never\n");
        }
        ImportId id = world.store(ACME, "deals", csv.toString());
        start(new Settings(1, 50, 120));

        assertThat(world.over(ACME, id).progress().rejected()).isEqualTo(200);
        assertThat(world.count("SELECT COUNT(*) FROM import_refusal")).isEqualTo(120);
    }

    @Test
    void twoTenantsAreServedAtOnceAndOneTenantsImportsInTheirOrder() throws Exception {
        ImportId first = world.store(ACME, "deals", deals(50));
        ImportId second = world.store(ACME, "deals", deals(50));
        ImportId others = world.store(OTHER, "deals", deals(50));
        ImportTurns turns = world.turns();

        assertThat(turns.take("a").orElseThrow().id()).isEqualTo(first);
        assertThat(turns.take("b").orElseThrow().id()).isEqualTo(others);
        assertThat(turns.take("c")).isEmpty();
        turns.finish(first, "a", 0);
        assertThat(turns.take("c").orElseThrow().id()).isEqualTo(second);
    }

    @Test
    void aFileThatCannotBeReadToItsEndFailsWithTheReason() throws Exception {
        ImportId id = world.store(ACME, "deals", deals(100) + "\"never closed,x\n");
        start(Settings.USUAL);

        ImportJob job = world.over(ACME, id);

        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.failure()).contains("line 102");
        world.awaitNoPieces();
    }

    @Test
    void aStoppedImportStoresNothingMore() throws Exception {
        ImportId id = world.store(ACME, "deals", deals(20_000));
        start(new Settings(1, 50, 100));
        while (world.job(ACME, id).progress().rows() == 0) {
            Thread.sleep(1);
        }

        assertThat(world.jobs.cancel(ACME, id)).isTrue();
        long rows = world.job(ACME, id).progress().rows();
        Thread.sleep(200);

        assertThat(world.job(ACME, id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(world.job(ACME, id).progress().rows()).isEqualTo(rows);
        assertThat(world.count("SELECT COUNT(*) FROM event_log")).isEqualTo(rows);
        assertThat(rows).isBetween(1L, 19_999L);
    }

    @Test
    void aFileThatIsTooLargeLeavesNothing() {
        Upload upload = new Upload(
                new Sender(ACME, "key"),
                Mapping.plain(RecordKinds.ofCollection("deals").orElseThrow()),
                null,
                null,
                null);
        byte[] bytes = deals(1_000).getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> upload.store(new ByteArrayInputStream(bytes), bytes.length - 1, world.jobs, world.chunks))
                .satisfies(refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.TOO_LARGE));
        assertThatNothingIsLeft();
    }

    private void assertThatNothingIsLeft() {
        try {
            assertThat(world.count("SELECT COUNT(*) FROM import_job")).isZero();
            assertThat(world.count("SELECT COUNT(*) FROM import_chunk")).isZero();
        } catch (SQLException away) {
            throw new AssertionError(away);
        }
    }

    @Test
    void whatIsLeftOfBrokenUploadsAndOldImportsIsSwept() throws Exception {
        ImportId old = world.store(ACME, "deals", "id,createdAt\n");
        start(Settings.USUAL);
        world.over(ACME, old);
        world.execute("UPDATE import_job SET finished_at = 1");
        world.execute("INSERT INTO import_chunk (import, number, data) VALUES (99, 0, 'left')");

        world.sweeper().sweep();

        assertThatNothingIsLeft();
    }

    @Test
    void progressNeverFalls() throws Exception {
        ImportId id = world.store(ACME, "deals", deals(5_000));
        start(new Settings(1, 100, 100));
        double percent = 0;
        long rows = 0;
        while (!world.job(ACME, id).state().isOver()) {
            ImportView view = ImportView.of(world.job(ACME, id), Instant.now());
            assertThat(view.percent()).isBetween(percent, 100.0);
            assertThat(view.rowsRead()).isGreaterThanOrEqualTo(rows);
            percent = view.percent();
            rows = view.rowsRead();
        }
        assertThat(ImportView.of(world.job(ACME, id), Instant.now()).percent()).isEqualTo(100);
    }

    private void start(Settings settings) {
        ImportWorkers workers = world.workers(settings);
        workers.start();
        started.add(workers);
    }

    static String deals(int count) {
        StringBuilder csv = new StringBuilder("id,createdAt,title,amount\n");
        for (int number = 0; number < count; number++) {
            csv.append("d-")
                    .append(number)
                    .append(",2026-03-02T09:30:00Z,Roof renewal,")
                    .append(number)
                    .append('\n');
        }
        return csv.toString();
    }
}
