package crm.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

/** Adds to the counts of what was sent, in the transaction of what is counted. */
final class Reconciliation {

    private Reconciliation() {}

    /** One statement for all, always in the same order; whoever adds for a tenant holds its head besides. */
    static void add(Connection connection, SortedMap<Tally.Key, Tally> tallies) throws SQLException {
        if (tallies.isEmpty()) {
            return;
        }
        String add = """
                INSERT INTO reconciliation
                    (tenant, day, key_id, collection, received, accepted, duplicates, rejected)
                VALUES %s
                ON DUPLICATE KEY UPDATE received = received + VALUES(received), accepted = accepted + VALUES(accepted),
                    duplicates = duplicates + VALUES(duplicates), rejected = rejected + VALUES(rejected)
                """.formatted(String.join(", ", Collections.nCopies(tallies.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")));
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            int parameter = 1;
            for (Map.Entry<Tally.Key, Tally> entry : tallies.entrySet()) {
                Tally.Key key = entry.getKey();
                Tally tally = entry.getValue();
                statement.setLong(parameter++, key.tenant().number());
                statement.setString(parameter++, LocalDate.ofEpochDay(key.day()).toString());
                statement.setString(parameter++, key.keyId());
                statement.setString(parameter++, key.collection());
                statement.setLong(parameter++, tally.received());
                statement.setLong(parameter++, tally.accepted());
                statement.setLong(parameter++, tally.duplicates());
                statement.setLong(parameter++, tally.rejected());
            }
            statement.executeUpdate();
        }
    }
}
