package crm.workbench.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {

    private static final Path OWN_DATA = Path.of("target", "crash-database");

    @AfterAll
    static void removeOwnData() throws IOException {
        Directories.delete(OWN_DATA);
    }

    @Test
    void committedRowsSurviveAKill() throws Exception {
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(DatabaseSettings.in(OWN_DATA).withBufferPoolMegabytes(64))) {
            String url = database.jdbcUrl("crash");
            execute(database, url, "CREATE TABLE note (text VARCHAR(20))", "INSERT INTO note VALUES ('kept')");

            database.kill();
            assertThat(database.isRunning()).isFalse();
            database.restart();

            assertThat(database.jdbcUrl("crash")).isEqualTo(url);
            assertThat(text(database, url, "SELECT text FROM note")).isEqualTo("kept");
        }
    }

    @Test
    void freshDatabasesAreEmptyAndApart() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        execute(database, database.freshDatabase(), "CREATE TABLE note (text VARCHAR(20))");

        String tables = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()";
        assertThat(text(database, database.freshDatabase(), tables)).isEqualTo("0");
    }

    @Test
    void textIsUnicodeAndComparedByCase() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        String url = database.freshDatabase();
        execute(database, url, "CREATE TABLE note (text VARCHAR(20))", "INSERT INTO note VALUES ('a'), ('A'), ('😀')");

        assertThat(text(database, url, "SELECT COUNT(*) FROM note WHERE text = 'a'"))
                .isEqualTo("1");
        assertThat(text(database, url, "SELECT COUNT(*) FROM note WHERE text = '😀'"))
                .isEqualTo("1");
    }

    @Test
    void aReaderMayReadAndNothingElse() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        database.createDatabase("library");
        String url = database.jdbcUrl("library");
        execute(database, url, "CREATE TABLE note (text VARCHAR(20))", "INSERT INTO note VALUES ('read me')");
        database.createReader("library", "reader", "it's \\ secret");

        try (Connection connection = DriverManager.getConnection(url, "reader", "it's \\ secret");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT * FROM note").next()).isTrue();
            assertThatThrownBy(() -> statement.execute("DELETE FROM note")).isInstanceOf(SQLException.class);
        }
    }

    private static void execute(EmbeddedDatabase database, String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(EmbeddedDatabase database, String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
