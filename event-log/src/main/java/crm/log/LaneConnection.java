package crm.log;

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
    private @Nullable Connection connection;

    LaneConnection(DataSource database) {
        this.database = database;
    }

    Connection get() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.getConnection();
            connection = open;
            prepare(open);
        }
        return open;
    }

    void discard() {
        Connection broken = connection;
        connection = null;
        if (broken == null) {
            return;
        }
        try (broken) {
            broken.abort(Runnable::run);
        } catch (SQLException alreadyGone) {
            // what is to be thrown away need not be in order
        }
    }

    void close() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try (open) {
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException alreadyGone) {
            // the database has ended it
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
