package crm.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.engine.sql.Sql;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreTest {

    private static final Table PEOPLE =
            new Table("people", List.of(new Column("name", ColumnType.TEXT), new Column("age", ColumnType.WHOLE)));
    private static final StoreLimits LIMITS = new StoreLimits("512MB", 2, 2);

    private final Path folder;

    DuckDbStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyTypeComesBackAsItWasWritten() {
        List<Column> columns = new ArrayList<>();
        for (ColumnType type : ColumnType.values()) {
            columns.add(new Column(type.name().toLowerCase(java.util.Locale.ROOT), type));
        }
        Table every = new Table("every", columns);
        List<Object> row = List.of(
                "Zoë 🏠",
                7L,
                new BigDecimal("12.5000"),
                new BigDecimal("0.333333333"),
                new BigDecimal("1.08451200000001"),
                0.25,
                true,
                Instant.parse("2026-03-29T01:30:00.000001Z"),
                LocalDate.parse("2026-03-29"));
        try (DuckDbStore store = new DuckDbStore(folder, List.of(every), LIMITS)) {
            store.load(
                    "acme",
                    at(1),
                    writer -> writer.append(every, List.of(row, Arrays.asList(new Object[columns.size()]))));

            List<Row> rows = ask(store, "acme", Sql.of("SELECT * FROM every ORDER BY whole NULLS LAST"));

            assertThat(rows.getFirst().values().values()).containsExactlyElementsOf(row);
            assertThat(rows.getLast().values().values()).containsOnlyNulls();
        }
    }

    @Test
    void boundValuesFindTheRowTheyName() {
        Table moments = new Table(
                "moments",
                List.of(new Column("happened", ColumnType.MOMENT), new Column("amount", ColumnType.DECIMAL)));
        Instant inTheGap = Instant.parse("2026-03-29T02:30:00Z");
        try (DuckDbStore store = new DuckDbStore(folder, List.of(moments), LIMITS)) {
            store.load("acme", at(1), writer -> writer.append(moments, List.of(List.of(inTheGap, BigDecimal.TEN))));

            Sql question = Sql.of(
                    "SELECT sum(amount) AS total, count(*) AS rows FROM moments WHERE happened = ? AND amount = ?",
                    inTheGap,
                    BigDecimal.TEN);
            Row row = ask(store, "acme", question).getFirst();

            assertThat(row.decimal("total")).isEqualByComparingTo("10");
            assertThat(row.whole("rows")).isEqualTo(1);
        }
    }

    @Test
    void rowsOfAnotherTenantAreInvisible() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 1, "ann");
            add(store, "bolt", 1, "bob");

            assertThat(names(store, "acme")).containsExactly("ann");
            assertThat(names(store, "bolt")).containsExactly("bob");
            assertThat(names(store, "nobody")).isEmpty();
        }
    }

    @Test
    void aFailedLoadLeavesNothingAndMovesNoWatermark() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 1, "ann");

            assertThatThrownBy(() -> store.load("acme", at(2), writer -> {
                        writer.append(PEOPLE, List.of(List.of("bob", 1L)));
                        writer.execute(Sql.of("INSERT INTO nowhere VALUES (1)"));
                    }))
                    .isInstanceOf(StoreFailure.class);

            assertThat(names(store, "acme")).containsExactly("ann");
            assertThat(store.watermark("acme")).isEqualTo(at(1));
        }
    }

    @Test
    void aSnapshotStaysAsItWasWhileOthersWrite() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 1, "ann");

            List<Long> counts = store.read("acme", snapshot -> {
                long before = count(snapshot);
                CompletableFuture.runAsync(() -> add(store, "acme", 2, "bob")).join();
                return List.of(before, count(snapshot), snapshot.watermark().position());
            });

            assertThat(counts).containsExactly(1L, 1L, 1L);
            assertThat(names(store, "acme")).containsExactly("ann", "bob");
        }
    }

    @Test
    void aDamagedFileIsThrownAwayAndBegunAnew() throws java.io.IOException {
        try (DuckDbStore store = store()) {
            add(store, "acme", 1, "ann");
        }
        for (Path file : files()) {
            Files.write(file, "not what it was".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        try (DuckDbStore store = store()) {
            assertThat(store.watermark("acme")).isEqualTo(Watermark.NONE);
            assertThat(names(store, "acme")).isEmpty();
            add(store, "acme", 1, "ann");
            assertThat(names(store, "acme")).containsExactly("ann");
        }
    }

    @Test
    void aFileThatTurnsOutDamagedWhileAskedIsThrownAway() throws java.io.IOException {
        try (DuckDbStore store = store()) {
            List<List<?>> many = new ArrayList<>();
            for (long number = 0; number < 200_000; number++) {
                many.add(List.of("name " + number * 7919, number));
            }
            store.load("acme", at(1), writer -> writer.append(PEOPLE, many));
        }
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int place = 300_000; place < bytes.length - 300_000; place += 100) {
                bytes[place] ^= 0x55;
            }
            Files.write(file, bytes);
        }

        try (DuckDbStore store = store()) {
            for (int attempt = 0; attempt < 2 && store.watermark("acme").position() > 0; attempt++) {
                try {
                    names(store, "acme");
                } catch (StoreFailure expected) {
                    assertThat(expected).hasMessageContaining("asking");
                }
            }

            assertThat(store.watermark("acme")).isEqualTo(Watermark.NONE);
            assertThat(names(store, "acme")).isEmpty();
        }
    }

    @Test
    void whatIsAskedAgainSeesWhatWasWrittenMeanwhile() {
        Sql question = Sql.of("SELECT count(*) AS rows FROM people WHERE age > ?", 0L);
        try (DuckDbStore store = store()) {
            List<Long> counts = new ArrayList<>();
            counts.add(ask(store, "acme", question).getFirst().whole("rows"));
            for (long position = 1; position <= 3; position++) {
                add(store, "acme", position, "ann");
                counts.add(ask(store, "acme", question).getFirst().whole("rows"));
            }
            store.drop("acme");
            counts.add(ask(store, "acme", question).getFirst().whole("rows"));

            assertThat(counts).containsExactly(0L, 1L, 2L, 3L, 0L);
        }
    }

    @Test
    void theStateTellsOfEveryLoadAndAnotherGenerationOfEveryNewFile() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 4, "ann");
            StoreState loaded = store.state("acme");
            store.rebuild("acme", beside -> beside.load("acme", at(5), writer -> {}));
            StoreState rebuilt = store.state("acme");
            store.drop("acme");

            assertThat(loaded.watermark()).isEqualTo(at(4));
            assertThat(rebuilt.watermark()).isEqualTo(at(5));
            assertThat(store.state("acme").watermark()).isEqualTo(Watermark.NONE);
            assertThat(List.of(
                            loaded.generation(),
                            rebuilt.generation(),
                            store.state("acme").generation()))
                    .doesNotHaveDuplicates();
            assertThat(store.read("acme", ColumnStore.Snapshot::generation))
                    .isEqualTo(store.state("acme").generation());
        }
    }

    @Test
    void temporaryTablesAreGoneAfterTheLoad() {
        Table scratch = new Table("scratch", PEOPLE.columns());
        try (DuckDbStore store = store()) {
            for (long position = 1; position <= 2; position++) {
                store.load("acme", at(position), writer -> {
                    writer.createTemporary(scratch);
                    writer.append(scratch, List.of(List.of("ann", 1L)));
                    writer.execute(Sql.of("INSERT INTO people SELECT * FROM scratch"));
                });
            }

            assertThat(names(store, "acme")).containsExactly("ann", "ann");
        }
    }

    @Test
    void aTableWithoutRowsIsEmptyAndTakesNoRoom() {
        List<Table> tables = new ArrayList<>(List.of(PEOPLE));
        for (int number = 0; number < 200; number++) {
            tables.add(new Table("unused_" + number, PEOPLE.columns()));
        }
        try (DuckDbStore store = new DuckDbStore(folder, tables, LIMITS)) {
            add(store, "acme", 1, "ann");

            assertThat(ask(
                            store,
                            "acme",
                            Sql.of("SELECT p.name, u.age FROM people p LEFT JOIN unused_7 u USING (name)")))
                    .singleElement()
                    .satisfies(row -> assertThat(row.value("age")).isNull());
        }
        assertThat(folder.resolve("acme.1.duckdb")).isRegularFile();
        assertThat(folder.resolve("acme.1.duckdb").toFile().length()).isLessThan(1 << 20);
    }

    @Test
    void aSnapshotWithoutATableStaysAsItWasWhileOthersMakeIt() {
        try (DuckDbStore store = store()) {
            List<Long> counts = store.read("acme", snapshot -> {
                long before = count(snapshot);
                CompletableFuture.runAsync(() -> add(store, "acme", 2, "bob")).join();
                return List.of(before, count(snapshot), snapshot.watermark().position());
            });

            assertThat(counts).containsExactly(0L, 0L, 0L);
            assertThat(names(store, "acme")).containsExactly("bob");
        }
    }

    @Test
    void aLoadMayReadATableBeforeItWritesTheFirstRow() {
        Table pets = new Table("pets", PEOPLE.columns());
        try (DuckDbStore store = new DuckDbStore(folder, List.of(PEOPLE, pets), LIMITS)) {
            store.load("acme", at(1), writer -> {
                assertThat(count(writer)).isZero();
                writer.append(PEOPLE, List.of(List.of("ann", 1L)));
                writer.execute(Sql.of("DELETE FROM pets WHERE name IN (SELECT name FROM people)"));
                writer.execute(Sql.of("INSERT INTO pets SELECT * FROM people"));
                writer.execute(Sql.of("UPDATE pets SET age = ?", 3));
            });

            assertThat(ask(store, "acme", Sql.of("SELECT p.age + q.age AS sum FROM people p, pets q")))
                    .singleElement()
                    .satisfies(row -> assertThat(row.whole("sum")).isEqualTo(4));
        }
    }

    @Test
    void moreTenantsThanFilesHeldOpenAreAnswered() {
        try (DuckDbStore store = store()) {
            for (int round = 1; round <= 2; round++) {
                for (int tenant = 0; tenant < 6; tenant++) {
                    add(store, "t" + tenant, round, "ann" + round);
                }
            }

            assertThat(store.tenants()).containsExactly("t0", "t1", "t2", "t3", "t4", "t5");
            for (String tenant : store.tenants()) {
                assertThat(names(store, tenant)).containsExactly("ann1", "ann2");
            }
        }
    }

    @Test
    void rowsAndWatermarkOutliveTheProcess() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 7, "ann");
        }
        try (DuckDbStore store = store()) {
            assertThat(store.watermark("acme")).isEqualTo(at(7));
            assertThat(names(store, "acme")).containsExactly("ann");
        }
    }

    @Test
    void aFileMadeForOtherTablesIsMadeAnew() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 7, "ann");
        }
        Table other = new Table("people", List.of(new Column("name", ColumnType.TEXT)));
        try (DuckDbStore store = new DuckDbStore(folder, List.of(other), LIMITS)) {
            assertThat(store.watermark("acme")).isEqualTo(Watermark.NONE);
            assertThat(names(store, "acme")).isEmpty();
        }
    }

    @Test
    void aDroppedTenantIsEmpty() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 7, "ann");

            store.drop("acme");

            assertThat(store.tenants()).isEmpty();
            assertThat(store.watermark("acme")).isEqualTo(Watermark.NONE);
        }
    }

    @Test
    void theOldRowsAnswerUntilARebuildIsDone() {
        try (DuckDbStore store = store()) {
            add(store, "acme", 1, "old");
            List<List<String>> meanwhile = new ArrayList<>();

            store.rebuild("acme", beside -> {
                add(beside, "acme", 1, "new");
                add(beside, "acme", 2, "newer");
                meanwhile.add(names(store, "acme"));
                meanwhile.add(names(beside, "acme"));
            });

            assertThat(meanwhile).containsExactly(List.of("old"), List.of("new", "newer"));
            assertThat(names(store, "acme")).containsExactly("new", "newer");
            assertThat(store.watermark("acme")).isEqualTo(at(2));
            assertThat(folder.toFile().list()).containsExactly("acme.2.duckdb");
        }
    }

    @Test
    void aFailedRebuildChangesNothing() throws Exception {
        try (DuckDbStore store = store()) {
            add(store, "acme", 1, "old");

            assertThatThrownBy(() -> store.rebuild("acme", beside -> {
                        add(beside, "acme", 1, "new");
                        throw new IllegalStateException("log away");
                    }))
                    .hasMessage("log away");

            assertThat(names(store, "acme")).containsExactly("old");
        }
        Files.writeString(folder.resolve("acme.2.duckdb.unfinished"), "left by a crash");
        try (DuckDbStore store = store()) {
            assertThat(names(store, "acme")).containsExactly("old");
            assertThat(folder.resolve("acme.2.duckdb.unfinished")).doesNotExist();
        }
    }

    @Test
    void readersGoOnWhileRebuildsSwap() throws Exception {
        try (DuckDbStore store = store()) {
            add(store, "acme", 1, "ann");
            CountDownLatch done = new CountDownLatch(1);
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
                int answers = 0;
                while (done.getCount() > 0 || answers == 0) {
                    assertThat(names(store, "acme")).containsExactly("ann");
                    answers++;
                }
                return answers;
            });

            for (int swap = 0; swap < 5; swap++) {
                store.rebuild("acme", beside -> add(beside, "acme", 1, "ann"));
            }
            done.countDown();

            assertThat(reader.get()).isPositive();
        }
    }

    @Test
    void aTenantsNameIsNoPath() {
        try (DuckDbStore store = store()) {
            assertThatThrownBy(() -> store.watermark("../acme")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private DuckDbStore store() {
        return new DuckDbStore(folder, List.of(PEOPLE), LIMITS);
    }

    private static Watermark at(long position) {
        return new Watermark(position, Instant.EPOCH.plusSeconds(position));
    }

    private static void add(ColumnStore store, String tenant, long position, String name) {
        store.load(tenant, at(position), writer -> writer.append(PEOPLE, List.of(List.of(name, position))));
    }

    private static long count(ColumnStore.Snapshot snapshot) {
        return snapshot.query(Sql.of("SELECT count(*) AS people FROM people"))
                .getFirst()
                .whole("people");
    }

    private static List<Row> ask(ColumnStore store, String tenant, Sql question) {
        return store.read(tenant, snapshot -> snapshot.query(question));
    }

    private static List<String> names(ColumnStore store, String tenant) {
        return ask(store, tenant, Sql.of("SELECT name FROM people ORDER BY ALL")).stream()
                .map(row -> String.valueOf(row.value("name")))
                .toList();
    }

    private List<Path> files() throws java.io.IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".duckdb")).toList();
        }
    }
}
