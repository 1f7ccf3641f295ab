package crm.log;

import crm.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The heads of the tenants in one transaction, locked until its end: whoever holds them alone hands out positions, so
 * these are without gaps and become visible in their order.
 */
final class LogHeads {

    private final Map<TenantId, Head> heads;

    private final long now;

    /**
     * What was handed out last.
     *
     * @param rejections the last rejection's id
     * @param generation how often the log was rewritten; never changed here
     */
    record Head(long position, long receivedAt, long rejections, long generation) {}

    private LogHeads(Map<TenantId, Head> heads, long now) {
        this.heads = heads;
        this.now = now;
    }

    /** Locks in the order of tenants, so that two transactions never wait for each other in a circle. */
    static LogHeads lock(Connection connection, SortedSet<TenantId> tenants, long now) throws SQLException {
        Map<TenantId, Head> found = select(connection, tenants);
        if (found.size() < tenants.size()) {
            SortedSet<TenantId> missing = new TreeSet<>(tenants);
            missing.removeAll(found.keySet());
            connection.rollback();
            create(connection, missing);
            found = select(connection, tenants);
        }
        return new LogHeads(found, now);
    }

    Head head(TenantId tenant) {
        Head head = heads.get(tenant);
        if (head == null) {
            throw new IllegalArgumentException("not locked: " + tenant);
        }
        return head;
    }

    /** Now, but later than anything the tenant's log received before, whatever other machines' clocks say. */
    long receivedAt(TenantId tenant) {
        return Math.max(now, head(tenant).receivedAt() + 1);
    }

    /** Moves those that are not where they were, with one statement. */
    void move(Connection connection, SortedMap<TenantId, Head> ends) throws SQLException {
        SortedMap<TenantId, Head> moved = new TreeMap<>(ends);
        moved.entrySet().removeIf(end -> end.getValue().equals(heads.get(end.getKey())));
        if (moved.isEmpty()) {
            return;
        }
        String move = """
                INSERT INTO log_head (tenant, position, received_at, rejections) VALUES %s
                ON DUPLICATE KEY UPDATE position = VALUES(position), received_at = VALUES(received_at),
                    rejections = VALUES(rejections)
                """.formatted(String.join(", ", Collections.nCopies(moved.size(), "(?, ?, ?, ?)")));
        try (PreparedStatement statement = connection.prepareStatement(move)) {
            int parameter = 1;
            for (Map.Entry<TenantId, Head> end : moved.entrySet()) {
                statement.setLong(parameter++, end.getKey().number());
                statement.setLong(parameter++, end.getValue().position());
                statement.setLong(parameter++, end.getValue().receivedAt());
                statement.setLong(parameter++, end.getValue().rejections());
            }
            statement.executeUpdate();
        }
    }

    private static Map<TenantId, Head> select(Connection connection, SortedSet<TenantId> tenants) throws SQLException {
        String select = """
                SELECT tenant, position, received_at, rejections, generation FROM log_head FORCE INDEX (PRIMARY)
                WHERE tenant IN (%s) ORDER BY tenant FOR UPDATE
                """.formatted(String.join(", ", Collections.nCopies(tenants.size(), "?")));
        Map<TenantId, Head> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int parameter = 1;
            for (TenantId tenant : tenants) {
                statement.setLong(parameter++, tenant.number());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            new TenantId(rows.getLong(1)),
                            new Head(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
                }
            }
        }
        return found;
    }

    /** In a transaction of its own: a row that is not there yet cannot be locked. */
    private static void create(Connection connection, SortedSet<TenantId> tenants) throws SQLException {
        String create = """
                INSERT INTO log_head (tenant, position, received_at) VALUES (?, 0, 0)
                ON DUPLICATE KEY UPDATE position = position
                """;
        try (PreparedStatement statement = connection.prepareStatement(create)) {
            for (TenantId tenant : tenants) {
                statement.setLong(1, tenant.number());
                statement.executeUpdate();
                connection.commit();
            }
        }
    }
}
