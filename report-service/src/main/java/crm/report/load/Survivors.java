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

    /** A chain longer than this is taken for a circle. */
    private static final String TABLE = """
            CREATE TEMPORARY TABLE customer_survivors AS
            WITH RECURSIVE steps(id, survivor, step) AS (
                SELECT id, merged_into, 1 FROM customers WHERE merged_into IS NOT NULL
                UNION ALL
                SELECT steps.id, customers.merged_into, step + 1
                FROM steps JOIN customers ON customers.id = steps.survivor
                WHERE customers.merged_into IS NOT NULL AND step < 32)
            SELECT id, arg_max(survivor, step) AS survivor FROM steps GROUP BY id
            """;

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
