package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.Row;
import crm.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts, states, openings and stage stays of deals, by way of each deal's timeline. The facts go to a temporary table
 * first, {@code new_deal_facts}: what they take from their customers and leads is added by {@link CustomerTables}.
 */
final class DealTables implements Derivation {

    static final Table NEW_FACTS = new Table("new_deal_facts", FactTables.DEAL_FACTS.columns());

    /** Deals at a time, so that a rebuild need not hold all of them in memory. */
    private static final int PART = 10_000;

    private static final String PARTS = """
            CREATE TEMPORARY TABLE deal_parts AS
            SELECT deals.id, CAST((row_number() OVER () - 1) // ? AS BIGINT) AS part
            FROM deals
            WHERE id NOT IN (SELECT id FROM deal_survivors) AND id IN (SELECT id FROM changed_deals)
            """;

    private static final String VERSIONS = """
            WITH asked AS (SELECT id FROM deal_parts WHERE part = ?)
            SELECT {columns}, position FROM deals WHERE id IN (SELECT id FROM asked)
            UNION ALL
            SELECT {columns}, position FROM deals_history WHERE NOT deleted AND id IN (SELECT id FROM asked)
            ORDER BY id, version, position
            """.replace("{columns}", DealRows.COLUMNS);

    private static final String DEALS_OF_MERGED_CUSTOMERS = """
            INSERT INTO changed_deals
            SELECT id FROM {table} WHERE customer_id IN (
                SELECT id FROM customers WHERE merged_into IS NOT NULL
                UNION SELECT id FROM customers_history WHERE merged_into IS NOT NULL)
            """;

    static final String MERGED_CHANGED = """
            SELECT 1 AS one FROM (
                SELECT id FROM customers WHERE merged_into IS NOT NULL
                UNION SELECT id FROM customers_history WHERE merged_into IS NOT NULL)
            WHERE id IN (SELECT id FROM changed_customers) LIMIT 1
            """;

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "deal_facts", Set.of("deals", "stages", "customers", "user_teams"),
                "deal_states", Set.of("deals", "stages", "user_teams"),
                "deal_openings", Set.of("deals", "stages", "user_teams"),
                "stage_stays", Set.of("deals", "stages", "user_teams"));
    }

    @Override
    public void derive(Changes changes) {
        Survivors.create(changes);
        changes.writer().createTemporary(NEW_FACTS);
        if (!changes.writer().query(Sql.of(MERGED_CHANGED)).isEmpty()) {
            changes.run(DEALS_OF_MERGED_CUSTOMERS.replace("{table}", "deals"));
            changes.run(DEALS_OF_MERGED_CUSTOMERS.replace("{table}", "deals_history"));
        }
        if (changes.isEmpty("changed_deals")) {
            return;
        }
        for (String table : List.of("deal_states", "deal_openings", "stage_stays")) {
            changes.run("DELETE FROM " + table + " WHERE deal_id IN (SELECT id FROM changed_deals)");
        }
        changes.run(PARTS, (long) PART);
        DealRows rows = new DealRows(
                changes.settings(),
                StagesTable.read(changes.writer()),
                UserTeamsTable.read(changes.writer()),
                Survivors.read(changes.writer()));
        long parts = changes.writer()
                .query(Sql.of("SELECT count(DISTINCT part) AS parts FROM deal_parts"))
                .getFirst()
                .whole("parts");
        for (long part = 0; part < parts; part++) {
            append(changes, rows, changes.writer().query(Sql.of(VERSIONS, part)));
        }
    }

    private static void append(Changes changes, DealRows rows, List<Row> versions) {
        List<List<@Nullable Object>> facts = new ArrayList<>();
        List<List<@Nullable Object>> states = new ArrayList<>();
        List<List<@Nullable Object>> openings = new ArrayList<>();
        List<List<@Nullable Object>> stays = new ArrayList<>();
        for (int from = 0; from < versions.size(); ) {
            int to = from;
            while (to < versions.size()
                    && Objects.equals(
                            versions.get(to).text("id"), versions.get(from).text("id"))) {
                to++;
            }
            DealRows.Of deal = rows.of(versions.subList(from, to));
            facts.add(deal.fact());
            states.addAll(deal.states());
            openings.addAll(deal.openings());
            stays.addAll(deal.stays());
            from = to;
        }
        changes.writer().append(NEW_FACTS, facts);
        changes.writer().append(FactTables.DEAL_STATES, states);
        changes.writer().append(FactTables.DEAL_OPENINGS, openings);
        changes.writer().append(FactTables.STAGE_STAYS, stays);
    }
}
