package crm.workbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** A tenant's file of the column store, asked directly while no service holds it. */
final class ColumnFile implements AutoCloseable {

    private final Connection connection;

    private ColumnFile(Connection connection) {
        this.connection = connection;
    }

    static ColumnFile of(Path store, BenchmarkTenant tenant) throws IOException, SQLException {
        try (Stream<Path> files = Files.list(store)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(tenant.id() + "."))
                    .filter(path -> path.getFileName().toString().endsWith(".duckdb"))
                    .findFirst()
                    .orElseThrow(() -> new BenchmarkFailed("no file of " + tenant.id() + " in " + store));
            return new ColumnFile(DriverManager.getConnection("jdbc:duckdb:" + file));
        }
    }

    Figures ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return Figures.of(rows);
        } catch (SQLException refused) {
            throw new SQLException(refused.getMessage() + " in " + sql, refused);
        }
    }

    String version() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
