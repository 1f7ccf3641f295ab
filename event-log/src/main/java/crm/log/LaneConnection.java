package crm.log;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The one connection of a lane, kept as long as it works. */
final class LaneConnection {

    /** Frees the thread of a lane whose database fell silent; its senders were told long before. */
    private static final int SILENCE_MILLISECONDS = 10_000;

    private final DataSource database;
    private @Nullable Open open;

    /** The connection, and the statements prepared on it. */
    record Open(Connection connection, LogRows rows) {}

    LaneConnection(DataSource database) {
        this.database = database;
    }

    Open get() throws SQLException {
        Open current = open;
        if (current == null) {
            Connection connection = database.getConnection();
            current = new Open(connection, new LogRows(connection));
            open = current;
            prepare(connection);
        }
        return current;
    }

    /** The driver's own connection is aborted: the pool's aborts nothing and is lost to the pool for ever. */
    void discard() {
        Open broken = open;
        open = null;
        if (broken == null) {
            return;
        }
        try (Connection connection = broken.connection()) {
            connection.unwrap(JdbcConnection.class).abort(Runnable::run);
        } catch (SQLException alreadyGone) {
            // what is to be thrown away need not be in order
        }
    }

    /**
     * A short wait for locks, because the sender does not wait longer; and an early end of idle sessions, so that the
     * locks of an instance that vanished in the middle of a transaction are freed within a minute.
     */
    private static void prepare(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLISECONDS);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION innodb_lock_wait_timeout = 1, SESSION wait_timeout = 60");
        }
    }
}
