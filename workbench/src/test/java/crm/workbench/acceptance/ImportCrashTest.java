package crm.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crm.workbench.database.DatabaseSettings;
import crm.workbench.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A file larger than the heap is imported while the service is killed again and again. */
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportCrashTest {

    /** About a kilobyte each; another size: {@code -Dcrm.import.rows=}. */
    private static final long ROWS = Long.getLong("crm.import.rows", 100_000);

    /** In megabytes; another size: {@code -Dcrm.import.heap=}. */
    private static final int HEAP = Integer.getInteger("crm.import.heap", 96);

    private static final int KILLS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final String SCHEMA = "crm";
    private static final String ADMIN_KEY = "an-admin-key-for-acceptance-tests-only";

    private final Random random = new Random(Long.getLong("crm.seed", 20_261_121));
    private final EmbeddedDatabase database;
    private final KillableService ingest;
    private final Api api;

    ImportCrashTest() throws IOException {
        Path directory = TestDirectories.fresh("killed-import");
        database = EmbeddedDatabase.start(
                DatabaseSettings.in(directory.resolve("database")).withBufferPoolMegabytes(128));
        database.createDatabase(SCHEMA);
        Map<String, String> environment = Map.of(
                "CRM_DB_URL", database.jdbcUrl(SCHEMA),
                "CRM_DB_USER", database.user(),
                "CRM_DB_PASSWORD", database.password(),
                "CRM_ADMIN_KEY", ADMIN_KEY);
        ingest = KillableService.start("ingest-service", directory, environment, HEAP);
        ingest.awaitReady();
        ObjectNode tenant = JsonNodeFactory.instance.objectNode().put("name", "imports");
        JsonNode made = ingest.api().with(ADMIN_KEY).post("/v1/tenants", tenant).json(201);
        api = ingest.api().with(made.required("keys").required("ingest").asText());
    }

    @AfterAll
    void stop() throws InterruptedException {
        ingest.stop();
        database.stop();
    }

    @Test
    void everyRowIsCountedOnceWhateverIsKilled() throws Exception {
        JsonNode begun = api.upload("/v1/imports/deals", BodyPublishers.ofInputStream(() -> new DealsFile(ROWS)))
                .json(202);
        String self = begun.required("links").required("self").asText();
        long seen = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            awaitRowsBeyond(self, seen);
            Waiting.pause(Duration.ofMillis(random.nextInt(500)));
            ingest.kill();
            ingest.restart();
            ingest.awaitReady();
            JsonNode shown = api.get(self).json(200);
            assertThat(shown.required("rowsRead").asLong()).isGreaterThanOrEqualTo(seen);
            seen = shown.required("rowsRead").asLong();
        }

        JsonNode over = awaitEnd(self);

        long wrong = DealsFile.wrong(ROWS);
        assertThat(over.required("state").asText()).isEqualTo("done");
        assertThat(over.required("rowsRead").asLong()).isEqualTo(ROWS);
        assertThat(over.required("accepted").asLong()).isEqualTo(ROWS - wrong);
        assertThat(over.required("duplicates").asLong()).isZero();
        assertThat(over.required("rejected").asLong()).isEqualTo(wrong);
        assertThat(over.required("position").asLong()).isEqualTo(ROWS - wrong);
        assertThat(over.required("bytes").asLong()).isGreaterThan((long) HEAP << 20);
        assertThat(api.get(self + "/errors").body().lines()).hasSize((int) wrong + 1);
    }

    private void awaitRowsBeyond(String self, long seen) {
        Waiting.until("rows are read", LIMIT, () -> {
            JsonNode shown = api.get(self).json(200);
            return shown.required("rowsRead").asLong() > seen
                    || shown.required("state").asText().equals("done");
        });
    }

    private JsonNode awaitEnd(String self) {
        Waiting.until("the import is over", LIMIT, () -> api.get(self).json(200).hasNonNull("finishedAt"));
        return api.get(self).json(200);
    }
}
