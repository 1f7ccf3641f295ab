package crm.workbench.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import crm.workbench.launch.DatabaseAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;

/**
 * A table of the same shape as the log's, filled as a database may be filled: what the log is compared with. Only the
 * log knows its table, so it is found by its columns.
 */
final class LogTwin {

    static final String TABLE = "log_twin";
    private static final String COLUMNS =
            "(tenant, position, collection, record_id, version, received_at, deleted, data)";

    private final DatabaseAddress database;
    private final String original;

    LogTwin(DatabaseAddress database) throws SQLException {
        this.database = database;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            this.original = text(statement, """
                    SELECT table_name FROM information_schema.columns
                    WHERE table_schema = DATABASE() AND column_name IN ('position', 'record_id', 'data')
                        AND table_name <> '%s'
                    GROUP BY table_name HAVING count(*) = 3
                    """.formatted(TABLE));
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
            statement.execute("CREATE TABLE " + TABLE + " LIKE " + original);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url() + "&allowLoadLocalInfile=true", database.user(), database.password());
    }

    String version() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return text(statement, "SELECT version()");
        }
    }

    /** Rows that the log itself holds of a tenant. */
    long rowsInLog(BenchmarkTenant tenant) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM " + original + " WHERE tenant = ?")) {
            statement.setLong(1, tenant.number());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The rows as a file to be loaded; made before anything is measured. */
    static byte[] file(long tenant, long position, List<String> records) {
        StringBuilder file = new StringBuilder(records.size() * 500);
        long next = position;
        for (String record : records) {
            file.append(tenant)
                    .append('\t')
                    .append(next)
                    .append("\tcalls\trecord-")
                    .append(next);
            file.append("\t0\t0\t0\t").append(record.replace("\\", "\\\\")).append('\n');
            next++;
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Loads a file: one statement, one transaction. */
    static void loadData(Connection connection, byte[] file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(new ByteArrayInputStream(file));
            statement.execute(
                    "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + TABLE + " CHARACTER SET utf8mb4 " + COLUMNS);
        }
    }

    /** A statement that inserts so many rows. */
    static PreparedStatement insertOf(Connection connection, int rows) throws SQLException {
        return connection.prepareStatement("INSERT INTO " + TABLE + " " + COLUMNS + " VALUES "
                + String.join(", ", Collections.nCopies(rows, "(?, ?, 'calls', ?, 0, 0, 0, ?)")));
    }

    /** Inserts as many rows as the statement was made for, in one transaction. */
    static void insert(PreparedStatement statement, long tenant, long position, List<String> records)
            throws SQLException {
        int parameter = 1;
        long next = position;
        for (String record : records) {
            statement.setLong(parameter++, tenant);
            statement.setLong(parameter++, next);
            statement.setString(parameter++, "record-" + next);
            statement.setString(parameter++, record);
            next++;
        }
        statement.executeUpdate();
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new BenchmarkFailed("nothing found by " + sql);
            }
            return row.getString(1);
        }
    }
}
