package crm.workbench.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Uses the database's own ways before they are measured, and leaves their table empty again. */
record WarmTwin(LogTwin twin, CallRows rows, Duration limit) {

    void run() throws SQLException {
        DatabaseIngest database = new DatabaseIngest(twin, rows, limit);
        database.loadData();
        database.manyRows();
        database.oneRow(IngestBench.SINGLE_CONNECTIONS);
        try (Connection connection = twin.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE TABLE " + LogTwin.TABLE);
        }
    }
}
