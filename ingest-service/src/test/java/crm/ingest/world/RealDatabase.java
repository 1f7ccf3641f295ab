package crm.ingest.world;

import crm.workbench.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the service a schema of its own on the embedded database, and an admin key. */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN_KEY = "the-admin-key-of-the-tests";

    @Override
    public Map<String, String> start() {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.freshDatabase(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "crm.admin-key", ADMIN_KEY);
    }

    /** The server is shared, and ends with the program. */
    @Override
    public void stop() {}
}
