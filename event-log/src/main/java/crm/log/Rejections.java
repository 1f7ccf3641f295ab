package crm.log;

import crm.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes refusals where they are kept, in the transaction of those records that were accepted. */
final class Rejections {

    private static final int ROWS_AT_ONCE = 256;
    private static final long SIZE_AT_ONCE = 2 << 20;

    private final Connection connection;

    Rejections(Connection connection) {
        this.connection = connection;
    }

    /** Those of the group's replayed refusals that still are as they were when they were read. */
    Set<RejectionKey> replayable(List<AppendRequest> group) throws SQLException {
        Set<RejectionKey> found = new HashSet<>();
        for (AppendRequest request : group) {
            Batch.Replay replay = request.batch().replay();
            if (replay != null && isAsItWas(RejectionKey.of(request.tenant(), replay))) {
                found.add(RejectionKey.of(request.tenant(), replay));
            }
        }
        return found;
    }

    /** Locks it until the end of the transaction. */
    private boolean isAsItWas(RejectionKey key) throws SQLException {
        String select = "SELECT 1 FROM rejection WHERE tenant = ? AND id = ? AND revision = ? FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, key.tenant().number());
            statement.setLong(2, key.id());
            statement.setInt(3, key.revision());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    void remove(Set<RejectionKey> keys) throws SQLException {
        for (RejectionKey key : keys) {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM rejection WHERE tenant = ? AND id = ?")) {
                statement.setLong(1, key.tenant().number());
                statement.setLong(2, key.id());
                statement.executeUpdate();
            }
        }
    }

    void insert(List<RejectionRow> rows, Progress progress) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            long size = 0;
            while (to < rows.size() && to - from < ROWS_AT_ONCE && size < SIZE_AT_ONCE) {
                size += rows.get(to++).refusal().size();
            }
            insert(rows.subList(from, to));
            progress.made();
            from = to;
        }
    }

    /** One that was replayed and refused again keeps its id and its time, with what is wrong today. */
    private void insert(List<RejectionRow> rows) throws SQLException {
        String insert =
                """
                INSERT INTO rejection
                    (tenant, id, revision, received_at, key_id, collection, record_id, codes, errors, payload)
                VALUES %s
                ON DUPLICATE KEY UPDATE record_id = VALUES(record_id), codes = VALUES(codes), errors = VALUES(errors)
                """.formatted(String.join(", ", Collections.nCopies(rows.size(), "(?, ?, 0, ?, ?, ?, ?, ?, ?, ?)")));
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int parameter = 1;
            for (RejectionRow row : rows) {
                parameter = set(statement, parameter, row);
            }
            statement.executeUpdate();
        }
    }

    private static int set(PreparedStatement statement, int first, RejectionRow row) throws SQLException {
        Refusal refusal = row.refusal();
        TenantId tenant = row.sender().tenant();
        int parameter = first;
        statement.setLong(parameter++, tenant.number());
        statement.setLong(parameter++, row.id());
        statement.setLong(parameter++, row.receivedAt());
        statement.setString(parameter++, row.sender().keyId());
        statement.setString(parameter++, refusal.collection());
        setText(statement, parameter++, refusal.recordId());
        statement.setString(parameter++, refusal.spacedCodes());
        setText(statement, parameter++, refusal.errors());
        setText(statement, parameter++, refusal.payload());
        return parameter;
    }

    private static void setText(PreparedStatement statement, int parameter, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(parameter, Types.VARBINARY);
        } else {
            statement.setBytes(parameter, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
