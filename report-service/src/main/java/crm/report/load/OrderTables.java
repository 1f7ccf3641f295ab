package crm.report.load;

import crm.engine.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders that stand, with what the deals behind them say, and which deals they stand for. */
final class OrderTables implements Derivation {

    private static final String OF_DEALS = """
            INSERT INTO changed_orders SELECT id FROM orders WHERE deal_id IN (SELECT id FROM changed_deals)
            """;

    private static final String OF_MERGED_CUSTOMERS = """
            INSERT INTO changed_orders
            SELECT id FROM orders WHERE customer_id IN (
                SELECT id FROM customers WHERE merged_into IS NOT NULL
                UNION SELECT id FROM customers_history WHERE merged_into IS NOT NULL)
            """;

    private static final String TOUCHED = """
            SELECT customer_id, deal_id FROM order_facts WHERE id IN (SELECT id FROM changed_orders)
            """;

    private static final List<String> ORDERS = List.of(
            "CREATE TEMPORARY TABLE touched_by_orders AS " + TOUCHED,
            "DELETE FROM order_facts WHERE id IN (SELECT id FROM changed_orders)",
            """
            INSERT INTO order_facts BY NAME
            WITH origins AS (
                SELECT id, owner_id, team_id, territory_id, pipeline_id, source, medium, channel, campaign_id,
                    deal_type, product_family, lead_id FROM new_deal_facts
                UNION ALL
                SELECT id, owner_id, team_id, territory_id, pipeline_id, source, medium, channel, campaign_id,
                    deal_type, product_family, lead_id FROM deal_facts WHERE id NOT IN (SELECT id FROM changed_deals)),
            lines AS (
                SELECT id, currency, unnest(from_json(lines, '[{"productId": "VARCHAR", "quantity": "DECIMAL(18, 4)",
                    "cost": "DECIMAL(18, 4)", "saleType": "VARCHAR"}]')) AS line
                FROM orders WHERE id IN (SELECT id FROM changed_orders) AND lines IS NOT NULL),
            types AS (
                SELECT id, any_value(line.saleType) AS sale_type FROM lines GROUP BY id
                HAVING count(DISTINCT coalesce(line.saleType, '')) = 1),
            costs AS (
                SELECT lines.id, sum(CASE
                        WHEN line.cost IS NOT NULL THEN line.cost
                        WHEN coalesce(products.currency, '{currency}') = coalesce(lines.currency, '{currency}')
                            THEN CAST(products.cost * coalesce(line.quantity, 1) AS DECIMAL(18, 4)) END) AS cost,
                    count(*) FILTER (line.cost IS NULL AND (products.cost IS NULL
                        OR coalesce(products.currency, '{currency}') <> coalesce(lines.currency, '{currency}')))
                        AS unknown
                FROM lines LEFT JOIN products ON products.id = line.productId GROUP BY lines.id),
            standing AS (
                SELECT orders.*,
                    CASE WHEN refunded_amount IS NOT NULL THEN amount - refunded_amount
                        WHEN status = 'refunded' THEN 0 ELSE amount END AS kept_amount,
                    owner_id IS NOT NULL OR team_id IS NOT NULL AS names_its_seller
                FROM orders
                WHERE id IN (SELECT id FROM changed_orders) AND coalesce(status, 'placed') <> 'cancelled')
            SELECT standing.id, standing.deal_id, coalesce(survivor, standing.customer_id) AS customer_id,
                standing.status, ordered_at AS bought_at, ordered_at_date AS bought_at_date,
                kept_amount AS amount,
                coalesce(standing.cost, CASE WHEN costs.unknown = 0 THEN costs.cost END) AS cost,
                coalesce(standing.currency, '{currency}') AS currency,
                CASE WHEN names_its_seller THEN standing.owner_id ELSE origins.owner_id END AS owner_id,
                CASE WHEN names_its_seller THEN coalesce(standing.team_id, teams.team_id)
                    ELSE origins.team_id END AS team_id,
                coalesce(standing.territory_id, origins.territory_id) AS territory_id, origins.pipeline_id,
                coalesce(standing.source, origins.source) AS source,
                coalesce(standing.medium, origins.medium) AS medium,
                coalesce(standing.channel, origins.channel) AS channel,
                coalesce(standing.campaign_id, origins.campaign_id) AS campaign_id,
                coalesce(origins.deal_type, types.sale_type) AS deal_type,
                coalesce(standing.product_family, origins.product_family) AS product_family,
                CASE WHEN kept_amount < 1000 THEN '<1k' WHEN kept_amount < 10000 THEN '1k-10k'
                    WHEN kept_amount < 100000 THEN '10k-100k' ELSE '100k+' END AS size_band,
                origins.lead_id
            FROM standing
            LEFT JOIN origins ON origins.id = standing.deal_id
            LEFT JOIN types ON types.id = standing.id
            LEFT JOIN costs ON costs.id = standing.id
            LEFT JOIN customer_survivors ON customer_survivors.id = standing.customer_id
            LEFT JOIN user_teams teams ON teams.user_id = standing.owner_id AND teams.valid_from <= ordered_at
                AND (teams.valid_to IS NULL OR ordered_at < teams.valid_to)
            ORDER BY ordered_at, standing.id
            """,
            "INSERT INTO touched_by_orders " + TOUCHED,
            """
            UPDATE deal_facts SET is_ordered = id IN (SELECT deal_id FROM order_facts WHERE deal_id IS NOT NULL)
            WHERE id IN (SELECT deal_id FROM touched_by_orders)
            """,
            """
            INSERT INTO changed_customers
            SELECT customer_id FROM touched_by_orders WHERE customer_id IS NOT NULL
            UNION SELECT customer_id FROM deal_facts
            WHERE customer_id IS NOT NULL AND id IN (SELECT deal_id FROM touched_by_orders)
            """);

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "order_facts", Set.of("orders", "products", "deal_facts", "customers", "user_teams"),
                "deal_facts", Set.of("orders"));
    }

    @Override
    public void derive(Changes changes) {
        changes.run(OF_DEALS);
        if (changes.areAbout("products")) {
            changes.run("INSERT INTO changed_orders SELECT id FROM orders WHERE lines IS NOT NULL AND cost IS NULL");
        }
        if (!changes.writer().query(Sql.of(DealTables.MERGED_CHANGED)).isEmpty()) {
            changes.run(OF_MERGED_CUSTOMERS);
        }
        if (!changes.isEmpty("changed_orders")) {
            String currency = changes.settings().currency().replace("'", "''");
            ORDERS.forEach(statement -> changes.run(statement.replace("{currency}", currency)));
        }
    }
}
