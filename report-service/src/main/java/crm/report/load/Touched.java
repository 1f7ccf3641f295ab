package crm.report.load;

import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import java.util.List;

/** Keys of derived rows that a load may change, in a temporary table {@code (id)}. */
final class Touched {

    private static final String SELECT = """
            INSERT INTO {table}
            SELECT {column} FROM {kind} WHERE position > ? AND {column} IS NOT NULL
            UNION SELECT {column} FROM {kind}_history
            WHERE (position > ? OR superseded_position > ?) AND {column} IS NOT NULL
            """;

    private final Changes changes;
    private final String table;

    Touched(Changes changes, String table) {
        this.changes = changes;
        this.table = table;
        changes.writer().createTemporary(new Table(table, List.of(new Column("id", ColumnType.TEXT))));
    }

    /** What a column of the changed records of a kind names; of records that were superseded, what they named. */
    Touched by(String collection, String column) {
        if (changes.areAbout(collection)) {
            long since = changes.since();
            String statement = SELECT.replace("{table}", table)
                    .replace("{kind}", collection.replace('-', '_'))
                    .replace("{column}", column);
            changes.run(statement, since, since, since);
        }
        return this;
    }

    /** What a statement selects. */
    Touched and(String select) {
        changes.run("INSERT INTO " + table + " " + select);
        return this;
    }

    /** Deletes the rows of these keys from a derived table. */
    void deleteFrom(String derived, String column) {
        changes.run("DELETE FROM " + derived + " WHERE " + column + " IN (SELECT id FROM " + table + ")");
    }
}
