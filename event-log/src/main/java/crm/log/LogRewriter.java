package crm.log;

import crm.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The one exception to the rule that a log only grows: rewrites what a tenant's rows say of somebody who must be
 * forgotten. Positions, versions and times stay. Every method fails with {@link LogUnavailable} where the database is
 * away, and may be called again.
 */
public final class LogRewriter {

    private static final int ROWS_AT_ONCE = 200;

    private final DataSource database;

    public LogRewriter(DataSource database) {
        this.database = database;
    }

    /** How often the tenant's log was rewritten. */
    public long generation(TenantId tenant) {
        return inTransaction(connection -> generation(connection, tenant));
    }

    /**
     * Begins a generation: a batch that was checked against an earlier one is stored no more, and who derived something
     * from the log starts anew.
     */
    public void beginGeneration(TenantId tenant) {
        inTransaction(connection -> {
            SortedSet<TenantId> one = new TreeSet<>();
            one.add(tenant);
            LogHeads.lock(connection, one, 0);
            return update(
                    connection,
                    "UPDATE log_head SET generation = generation + 1 WHERE tenant = ?",
                    statement -> statement.setLong(1, tenant.number()));
        });
    }

    /** Hands over every row that there is when it comes to it, and stores those anew that come back. */
    public void rewrite(TenantId tenant, Function<StoredRecord, Optional<StoredRecord>> change) {
        long position = 0;
        while (position >= 0) {
            long last = position;
            position = inTransaction(connection -> rewriteSome(connection, tenant, last, change));
        }
    }

    /** The last position that was looked at; negative where there are no more. Others' rewriting waits meanwhile. */
    private static long rewriteSome(
            Connection connection, TenantId tenant, long after, Function<StoredRecord, Optional<StoredRecord>> change)
            throws SQLException {
        String select = """
                SELECT position, collection, record_id, data FROM event_log FORCE INDEX (PRIMARY)
                WHERE tenant = ? AND position > ? ORDER BY position LIMIT ? FOR UPDATE
                """;
        long last = -1;
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, tenant.number());
            statement.setLong(2, after);
            statement.setInt(3, ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    StoredRecord before = new StoredRecord(
                            rows.getString(2),
                            new String(rows.getBytes(3), StandardCharsets.UTF_8),
                            new String(rows.getBytes(4), StandardCharsets.UTF_8));
                    Optional<StoredRecord> changed = change.apply(before);
                    if (changed.isPresent()) {
                        replace(connection, tenant, last, changed.get());
                    }
                }
            }
        }
        return last;
    }

    private static void replace(Connection connection, TenantId tenant, long position, StoredRecord record)
            throws SQLException {
        String replace = "UPDATE event_log SET record_id = ?, data = ? WHERE tenant = ? AND position = ?";
        update(connection, replace, statement -> {
            statement.setBytes(1, record.recordId().getBytes(StandardCharsets.UTF_8));
            statement.setBytes(2, record.data().getBytes(StandardCharsets.UTF_8));
            statement.setLong(3, tenant.number());
            statement.setLong(4, position);
        });
    }

    private static long generation(Connection connection, TenantId tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT generation FROM log_head WHERE tenant = ?")) {
            statement.setLong(1, tenant.number());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private static long update(Connection connection, String sql, Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.set(statement);
            return statement.executeUpdate();
        }
    }

    private interface Work {
        long with(Connection connection) throws SQLException;
    }

    private long inTransaction(Work work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                long result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException e) {
            throw new LogUnavailable(LogUnavailable.Reason.DATABASE_AWAY, e);
        }
    }
}
