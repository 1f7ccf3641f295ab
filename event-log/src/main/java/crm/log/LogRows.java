package crm.log;

import com.mysql.cj.jdbc.JdbcConnection;
import crm.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes rows of the log, many in one statement.
 *
 * <p>Statements of the usual numbers of rows are prepared by the server and kept: their values travel in binary, which
 * is twice as fast as a text that has to be escaped here and parsed there.
 */
final class LogRows {

    private static final int[] USUAL = {256, 32};
    private static final int LENGTH_AT_ONCE = 2 << 20;

    private final Connection connection;
    private final Map<Integer, PreparedStatement> prepared = new HashMap<>();

    LogRows(Connection connection) {
        this.connection = connection;
    }

    void insert(List<LogRow> rows, Progress progress) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            List<LogRow> some = rows.subList(from, from + rowsAtOnce(rows, from));
            if (isUsual(some.size())) {
                insert(prepared(some.size()), some);
            } else {
                try (PreparedStatement once = connection.prepareStatement(insertOf(some.size()))) {
                    insert(once, some);
                }
            }
            progress.made();
            from += some.size();
        }
    }

    /** The next usual number of rows that are there and are not too large together, else what is left. */
    private static int rowsAtOnce(List<LogRow> rows, int from) {
        int fitting = 0;
        long length = 0;
        while (from + fitting < rows.size() && fitting < USUAL[0]) {
            length += rows.get(from + fitting).event().data().length();
            if (fitting > 0 && length > LENGTH_AT_ONCE) {
                break;
            }
            fitting++;
        }
        for (int usual : USUAL) {
            if (fitting >= usual) {
                return usual;
            }
        }
        return fitting;
    }

    private static boolean isUsual(int number) {
        for (int usual : USUAL) {
            if (usual == number) {
                return true;
            }
        }
        return false;
    }

    private PreparedStatement prepared(int number) throws SQLException {
        PreparedStatement statement = prepared.get(number);
        if (statement == null) {
            statement = connection.isWrapperFor(JdbcConnection.class)
                    ? connection.unwrap(JdbcConnection.class).serverPrepareStatement(insertOf(number))
                    : connection.prepareStatement(insertOf(number));
            prepared.put(number, statement);
        }
        return statement;
    }

    private static String insertOf(int number) {
        return """
                INSERT INTO event_log (tenant, position, collection, record_id, version, received_at, deleted, data)
                VALUES %s
                """.formatted(String.join(", ", Collections.nCopies(number, "(?, ?, ?, ?, ?, ?, ?, ?)")));
    }

    private static void insert(PreparedStatement statement, List<LogRow> rows) throws SQLException {
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

    /**
     * Whether a record just stored as its first without a version has other versions too: it may then say what its
     * current version says, and be a duplicate that no key forbids.
     */
    boolean haveVersionlessBesideOthers(TenantId tenant, long after) throws SQLException {
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
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
