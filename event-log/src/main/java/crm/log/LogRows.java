package crm.log;

import crm.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Writes rows of the log, many in one statement. */
final class LogRows {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int LENGTH_AT_ONCE = 1 << 20;

    private LogRows() {}

    static void insert(Connection connection, List<LogRow> rows, Progress progress) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            int length = 0;
            while (to < rows.size() && to - from < ROWS_AT_ONCE && length < LENGTH_AT_ONCE) {
                length += rows.get(to).event().data().length();
                to++;
            }
            insertAtOnce(connection, rows.subList(from, to));
            progress.made();
            from = to;
        }
    }

    private static void insertAtOnce(Connection connection, List<LogRow> rows) throws SQLException {
        String insert = """
                INSERT INTO event_log (tenant, position, collection, record_id, version, received_at, deleted, data)
                VALUES %s
                """.formatted(String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")));
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int parameter = 1;
            for (LogRow row : rows) {
                Event event = row.event();
                statement.setLong(parameter++, row.tenant().number());
                statement.setLong(parameter++, row.position());
                statement.setString(parameter++, event.collection());
                statement.setBytes(parameter++, event.recordId().getBytes(StandardCharsets.UTF_8));
                statement.setLong(parameter++, row.version());
                statement.setLong(parameter++, row.receivedAt());
                statement.setInt(parameter++, event.deleted() ? 1 : 0);
                statement.setBytes(parameter++, event.data().getBytes(StandardCharsets.UTF_8));
            }
            statement.executeUpdate();
        }
    }

    /**
     * Whether a record just stored as its first without a version has other versions too: it may then say what its
     * current version says, and be a duplicate that no key forbids.
     */
    static boolean addVersionlessToOthers(Connection connection, TenantId tenant, long after) throws SQLException {
        String find = """
                SELECT 1
                FROM event_log added FORCE INDEX (PRIMARY)
                STRAIGHT_JOIN event_log other FORCE INDEX (event_log_version)
                    ON other.tenant = added.tenant AND other.collection = added.collection
                    AND other.record_id = added.record_id AND other.version > added.version
                WHERE added.tenant = ? AND added.position > ? AND added.version = ?
                LIMIT 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setLong(1, tenant.number());
            statement.setLong(2, after);
            statement.setLong(3, RecordHistory.NONE_GIVEN);
            return statement.executeQuery().next();
        }
    }
}
