package crm.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.sql.Sql;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLoadTest {

    private static final Table NUMBERS = new Table("numbers", List.of(new Column("number", ColumnType.WHOLE)));
    private static final StoreLimits LIMITS = new StoreLimits("512MB", 2, 4);
    private static final int BATCH = 100;

    private final Path folder;

    KilledLoadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void watermarkAndRowsAgreeAfterTheProcessIsKilled() throws Exception {
        long before = 0;
        for (int round = 0; round < 3; round++) {
            Process loading = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledLoadTest.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            // A line for each batch that was committed.
            for (int batch = 0; batch < 20; batch++) {
                assertThat(loading.inputReader().readLine()).isNotNull();
            }
            loading.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            try (DuckDbStore store = new DuckDbStore(folder, List.of(NUMBERS), LIMITS)) {
                long position = store.watermark("acme").position();
                assertThat(position).isGreaterThanOrEqualTo(before + 20);
                assertThat(rows(store)).isEqualTo(position * BATCH);
                before = position;
            }
        }
    }

    private static long rows(ColumnStore store) {
        Sql count = Sql.of("SELECT count(*) AS rows FROM numbers");
        return store.read("acme", snapshot -> snapshot.query(count)).getFirst().whole("rows");
    }

    /** Loads batches until it is killed. */
    public static void main(String[] arguments) {
        try (DuckDbStore store = new DuckDbStore(Path.of(arguments[0]), List.of(NUMBERS), LIMITS)) {
            for (long position = store.watermark("acme").position() + 1; ; position++) {
                List<List<Long>> rows =
                        LongStream.range(0, BATCH).mapToObj(List::of).toList();
                store.load("acme", new Watermark(position, Instant.EPOCH), writer -> writer.append(NUMBERS, rows));
                System.out.println(position);
            }
        }
    }
}
