package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.Row;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers that were merged into others, and which is left at the end of the chain. */
record Survivors(Map<String, String> ofMerged) {

    Survivors {
        ofMerged = Map.copyOf(ofMerged);
    }

    /**
     * Who is left of whom, in one statement. A record at the end of whose chain is none that was merged further is left;
     * so is every record of a circle, which nobody can have meant: its records count as not merged. A chain of more than
     * 32 is taken for a circle.
     */
    static final String OF_KIND = """
            WITH RECURSIVE steps(id, survivor, step) AS (
                SELECT id, merged_into, 1 FROM {kind} WHERE merged_into IS NOT NULL
                UNION ALL
                SELECT steps.id, {kind}.merged_into, step + 1
                FROM steps JOIN {kind} ON {kind}.id = steps.survivor
                WHERE {kind}.merged_into IS NOT NULL AND steps.survivor <> steps.id AND step < 32),
            circular AS (SELECT id FROM steps WHERE survivor = id),
            ends AS (
                SELECT * FROM steps
                WHERE id NOT IN (SELECT id FROM circular) AND (
                    survivor IN (SELECT id FROM circular)
                    OR survivor NOT IN (SELECT id FROM {kind} WHERE merged_into IS NOT NULL)))
            SELECT id, arg_min(survivor, step) AS survivor FROM ends GROUP BY id
            """;

    private static final String TABLE =
            "CREATE TEMPORARY TABLE customer_survivors AS " + OF_KIND.replace("{kind}", "customers");

    static void create(Changes changes) {
        changes.run(TABLE);
    }

    static Survivors read(Snapshot snapshot) {
        Map<String, String> survivors = new HashMap<>();
        for (Row row : snapshot.query(Sql.of("SELECT id, survivor FROM customer_survivors"))) {
            survivors.put(String.valueOf(row.text("id")), String.valueOf(row.text("survivor")));
        }
        return new Survivors(survivors);
    }

    @Nullable
    String of(@Nullable String customer) {
        return customer == null ? null : ofMerged.getOrDefault(customer, customer);
    }
}
