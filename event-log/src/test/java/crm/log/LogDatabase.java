package crm.log;

import com.mysql.cj.jdbc.MysqlDataSource;
import crm.tenant.Sender;
import crm.tenant.TenantId;
import crm.workbench.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
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

    /** Events as some key of the tenant sends them. */
    static Batch batch(TenantId tenant, List<Event> events) {
        return Batch.of(new Sender(tenant, "key"), events);
    }

    /** Rows as text, columns between spaces. */
    static List<String> rows(DataSource database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                StringJoiner columns = new StringJoiner(" ");
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    columns.add(row.getString(column));
                }
                rows.add(columns.toString());
            }
        }
        return rows;
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
