package crm.log;

import crm.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up what the log already holds of the records in a group. */
final class StoredVersions {

    /** Few enough for one statement to stay small, and for the optimizer to go through the index id by id. */
    private static final int IDS_AT_ONCE = 1_000;

    private StoredVersions() {}

    private record TenantCollection(TenantId tenant, String collection) {}

    static Map<RecordKey, RecordHistory> of(Connection connection, List<AppendRequest> group, Progress progress)
            throws SQLException {
        Map<TenantCollection, Set<String>> wanted = new HashMap<>();
        for (AppendRequest request : group) {
            for (Event event : request.batch().events()) {
                wanted.computeIfAbsent(
                                new TenantCollection(request.tenant(), event.collection()),
                                where -> new LinkedHashSet<>())
                        .add(event.recordId());
            }
        }
        Map<RecordKey, RecordHistory> histories = new HashMap<>();
        for (Map.Entry<TenantCollection, Set<String>> entry : wanted.entrySet()) {
            List<String> ids = new ArrayList<>(entry.getValue());
            for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
                select(connection, entry.getKey(), some, histories);
                progress.made();
            }
        }
        return histories;
    }

    private static void select(
            Connection connection, TenantCollection where, List<String> ids, Map<RecordKey, RecordHistory> histories)
            throws SQLException {
        String select = """
                SELECT record_id, version, received_at, deleted, UNHEX(SHA2(data, 256))
                FROM event_log FORCE INDEX (event_log_version)
                WHERE tenant = ? AND collection = ? AND record_id IN (%s)
                ORDER BY tenant, collection, record_id, version
                """.formatted(String.join(", ", Collections.nCopies(ids.size(), "?")));
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, where.tenant().number());
            statement.setString(2, where.collection());
            int parameter = 3;
            for (String id : ids) {
                statement.setBytes(parameter++, id.getBytes(StandardCharsets.UTF_8));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = new String(rows.getBytes(1), StandardCharsets.UTF_8);
                    histories
                            .computeIfAbsent(
                                    new RecordKey(where.tenant(), where.collection(), id), key -> new RecordHistory())
                            .add(new RecordHistory.Version(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getBoolean(4),
                                    new Content.Stored(rows.getBytes(5))));
                }
            }
        }
    }
}
