package crm.log;

import com.mysql.cj.jdbc.MysqlDataSource;
import crm.workbench.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database with the log's tables and nothing in them. */
final class LogDatabase {

    private LogDatabase() {}

    /** On the server that all tests share. */
    static DataSource fresh() {
        EmbeddedDatabase server = EmbeddedDatabase.shared();
        return migrated(server, server.freshDatabase());
    }

    static DataSource migrated(EmbeddedDatabase server, String url) {
        MysqlDataSource database = new MysqlDataSource();
        database.setUrl(url + "&connectTimeout=1000");
        database.setUser(server.user());
        database.setPassword(server.password());
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
