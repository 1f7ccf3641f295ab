package crm.log;

import crm.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the log from its database. Every method fails with {@link LogUnavailable} where that is away. */
public final class EventLogReader implements LogReader {

    /** Read at a time, so that large events do not fill the heap. */
    private static final int EVENTS_AT_ONCE = 500;

    private static final long LENGTH_AT_ONCE = 16 << 20;
    private static final int SILENCE_MILLISECONDS = 10_000;

    private static final String EVENT = """
            SELECT position, collection, record_id, version, received_at, deleted,
                EXISTS (
                    SELECT 1 FROM event_log other FORCE INDEX (event_log_version)
                    WHERE other.tenant = event_log.tenant AND other.collection = event_log.collection
                        AND other.record_id = event_log.record_id AND other.version <> event_log.version),
                data
            FROM event_log
            """;

    private final DataSource database;

    public EventLogReader(DataSource database) {
        this.database = database;
    }

    /** The tenant's last position; 0 where it has no log. */
    public long head(TenantId tenant) {
        return ask("SELECT position FROM log_head WHERE tenant = ?", statement -> {
            statement.setLong(1, tenant.number());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    @Override
    public Map<TenantId, Long> headsOfAllTenants() {
        return ask("SELECT tenant, position FROM log_head", EventLogReader::numbersOfTenants);
    }

    @Override
    public Map<TenantId, Long> generationsOfAllTenants() {
        return ask("SELECT tenant, generation FROM log_head WHERE generation > 0", EventLogReader::numbersOfTenants);
    }

    private static Map<TenantId, Long> numbersOfTenants(PreparedStatement statement) throws SQLException {
        Map<TenantId, Long> numbers = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.put(new TenantId(rows.getLong(1)), rows.getLong(2));
            }
        }
        return numbers;
    }

    @Override
    public List<LoggedEvent> after(TenantId tenant, long position, int limit) {
        List<LoggedEvent> events = new ArrayList<>();
        long last = position;
        long length = 0;
        while (events.size() < limit && length < LENGTH_AT_ONCE) {
            int wanted = Math.min(EVENTS_AT_ONCE, limit - events.size());
            List<LoggedEvent> some = someAfter(tenant, last, wanted);
            events.addAll(some);
            if (some.size() < wanted) {
                break;
            }
            last = some.getLast().position();
            length += some.stream().mapToLong(event -> event.data().length()).sum();
        }
        return events;
    }

    /** All versions of a record, the current one last. */
    public List<LoggedEvent> versions(TenantId tenant, String collection, String recordId) {
        String select = EVENT + """
                WHERE tenant = ? AND collection = ? AND record_id = ?
                ORDER BY CASE version WHEN ? THEN received_at ELSE version END, position
                """;
        return ask(select, statement -> {
            statement.setLong(1, tenant.number());
            statement.setString(2, collection);
            statement.setBytes(3, recordId.getBytes(StandardCharsets.UTF_8));
            statement.setLong(4, RecordHistory.NONE_GIVEN);
            return events(statement);
        });
    }

    private List<LoggedEvent> someAfter(TenantId tenant, long position, int limit) {
        String select = EVENT + "WHERE tenant = ? AND position > ? ORDER BY position LIMIT ?";
        return ask(select, statement -> {
            statement.setLong(1, tenant.number());
            statement.setLong(2, position);
            statement.setInt(3, limit);
            return events(statement);
        });
    }

    private static List<LoggedEvent> events(PreparedStatement statement) throws SQLException {
        List<LoggedEvent> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long receivedAt = row.getLong(5);
                events.add(new LoggedEvent(
                        row.getLong(1),
                        row.getString(2),
                        new String(row.getBytes(3), StandardCharsets.UTF_8),
                        Microseconds.instant(RecordHistory.effectiveVersion(row.getLong(4), receivedAt)),
                        Microseconds.instant(receivedAt),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getString(8)));
            }
        }
        return events;
    }

    private interface Question<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection()) {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLISECONDS);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return question.of(statement);
            } finally {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, before);
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailable(LogUnavailable.Reason.DATABASE_AWAY, e);
        }
    }
}
