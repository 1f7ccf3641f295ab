package crm.tenant;

import crm.workbench.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test an empty schema on the server that all tests share. */
public class TenantDatabase implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        EmbeddedDatabase server = EmbeddedDatabase.shared();
        return Map.of(
                "quarkus.datasource.jdbc.url", server.freshDatabase(),
                "quarkus.datasource.username", server.user(),
                "quarkus.datasource.password", server.password());
    }

    @Override
    public void stop() {
        // the server ends with the program, and the schema with it
    }
}
