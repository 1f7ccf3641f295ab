package crm.report.world;

import crm.workbench.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives the service a schema of its own on the embedded database, with the tables, and an empty column store. */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.freshDatabase(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "quarkus.flyway.active", "true",
                "quarkus.flyway.migrate-at-start", "true",
                "crm.load.directory", emptyFolder().toString());
    }

    /** The server is shared, and ends with the program. */
    @Override
    public void stop() {}

    private static Path emptyFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "store").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
