package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Writer;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has changed since a position, as temporary tables of keys that derivations read and, where one table's change
 * changes another's rows, add to: {@code changed_deals(id)}, {@code changed_customers(id)} …
 */
final class Changes {

    private static final List<String> KEYS = List.of(
            "changed_users",
            "changed_pipelines",
            "changed_leads",
            "changed_contacts",
            "changed_campaigns",
            "changed_customers",
            "changed_deals",
            "changed_orders",
            "changed_contracts",
            "changed_credits");

    private static final Set<String> KINDS =
            Set.of("users", "pipelines", "leads", "contacts", "campaigns", "customers", "deals", "orders", "contracts");

    private static final String COLLECT = """
        INSERT INTO changed_{kind}
        SELECT id FROM {kind} WHERE position > ?
        UNION SELECT id FROM {kind}_history WHERE position > ? OR superseded_position > ?
        """;

    private final Writer writer;
    private final LoadSettings settings;
    private final long since;
    private final Set<String> collections = new HashSet<>();

    /** @param since everything that came or was superseded after this position has changed; 0: everything */
    Changes(Writer writer, LoadSettings settings, long since) {
        this.writer = writer;
        this.settings = settings;
        this.since = since;
    }

    /** What most loads need nothing of, for nothing is derived from their records. */
    private void prepare() {
        KEYS.forEach(name -> writer.createTemporary(new Table(name, List.of(new Column("id", ColumnType.TEXT)))));
        String zone = settings.zone().getId().replace("'", "''");
        run("CREATE TEMPORARY MACRO local_date(moment) AS " + "CAST((moment AT TIME ZONE 'UTC') AT TIME ZONE '" + zone
                + "' AS DATE)");
    }

    Writer writer() {
        return writer;
    }

    LoadSettings settings() {
        return settings;
    }

    long since() {
        return since;
    }

    /** Takes down which records of a collection have changed. */
    void collect(String collection) {
        if (collections.isEmpty()) {
            prepare();
        }
        collections.add(collection);
        if (KINDS.contains(collection)) {
            run(COLLECT.replace("{kind}", collection), since, since, since);
        }
    }

    boolean areAbout(String... any) {
        return Stream.of(any).anyMatch(collections::contains);
    }

    /** Whether a table of keys, or any other, is without rows. */
    boolean isEmpty(String table) {
        return writer.query(Sql.of("SELECT 1 AS one FROM " + table + " LIMIT 1"))
                .isEmpty();
    }

    long run(String statement, Object... values) {
        return writer.execute(Sql.of(statement, values));
    }
}
