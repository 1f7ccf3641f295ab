package crm.report.load;

import crm.tenant.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When customers became customers, told to their deals, and when they began or came back. A customer became one when its
 * record says so, else at its first purchase.
 */
final class CustomerTables implements Derivation {

    /** A contract that came, went or changed may change whether its customer is active. */
    private static final String CUSTOMERS_OF_CONTRACTS = """
        INSERT INTO changed_customers
        SELECT coalesce(survivor, customer_id) FROM (
            SELECT id AS contract_id, customer_id FROM contracts
            UNION ALL SELECT id, customer_id FROM contracts_history)
        LEFT JOIN customer_survivors ON customer_survivors.id = customer_id
        WHERE customer_id IS NOT NULL AND contract_id IN (SELECT id FROM changed_contracts)
        """;

    private static final List<String> CUSTOMERS_OF_DEALS = List.of("""
        INSERT INTO changed_customers
        SELECT customer_id FROM deal_facts
        WHERE customer_id IS NOT NULL AND id IN (SELECT id FROM changed_deals)
        UNION SELECT customer_id FROM new_deal_facts WHERE customer_id IS NOT NULL
        UNION SELECT survivor FROM customer_survivors WHERE id IN (SELECT id FROM changed_customers)
        """, """
        DELETE FROM deal_facts WHERE id IN (SELECT id FROM changed_deals)
        """);

    private static final List<String> DATES = List.of("""
        CREATE TEMPORARY TABLE customer_purchases AS
        SELECT customer_id, 'deal' AS purchase_kind, id, won_at AS bought_at FROM deal_facts
        WHERE status = 'won' AND NOT is_ordered AND customer_id IN (SELECT id FROM changed_customers)
        UNION ALL
        SELECT customer_id, 'deal', id, won_at FROM new_deal_facts
        WHERE status = 'won' AND customer_id IS NOT NULL
            AND id NOT IN (SELECT deal_id FROM order_facts WHERE deal_id IS NOT NULL)
        UNION ALL
        SELECT customer_id, 'order', id, bought_at FROM order_facts
        WHERE customer_id IN (SELECT id FROM changed_customers)
        """, """
        CREATE TEMPORARY TABLE customer_dates AS
        WITH firsts AS (
            SELECT customer_id, purchase_kind, id, bought_at FROM customer_purchases
            QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY bought_at, id, purchase_kind) = 1)
        SELECT changed.id AS customer_id, coalesce(customer_since, bought_at) AS became_at, purchase_kind,
            firsts.id AS purchase_id
        FROM (SELECT DISTINCT id FROM changed_customers) changed
        LEFT JOIN customers ON customers.id = changed.id
        LEFT JOIN firsts ON firsts.customer_id = changed.id
        """, """
        UPDATE deal_facts SET became_customer_at = became_at,
            became_customer_at_date = local_date(became_at),
            customer_type = CASE WHEN became_at < created_at THEN 'existing' ELSE 'new' END
        FROM customer_dates dates
        WHERE deal_facts.customer_id = dates.customer_id AND became_customer_at IS DISTINCT FROM became_at
        """, """
        UPDATE order_facts SET became_customer_at = became_at,
            became_customer_at_date = local_date(became_at),
            customer_type = CASE WHEN became_at < bought_at THEN 'existing' ELSE 'new' END
        FROM customer_dates dates WHERE order_facts.customer_id = dates.customer_id
        """, """
        INSERT INTO deal_facts
        SELECT facts.* REPLACE (
            facts.id IN (SELECT deal_id FROM order_facts WHERE deal_id IS NOT NULL) AS is_ordered,
            became_at AS became_customer_at,
            local_date(became_at) AS became_customer_at_date,
            CASE WHEN facts.customer_id IS NULL THEN NULL
                WHEN became_at < facts.created_at THEN 'existing' ELSE 'new' END AS customer_type,
            coalesce(surviving.created_at, leads.created_at) AS lead_created_at,
            coalesce(surviving.created_at_date, leads.created_at_date) AS lead_created_at_date,
            epoch(facts.decided_at) - epoch(coalesce(surviving.created_at, leads.created_at))
                AS lead_cycle_seconds)
        FROM new_deal_facts facts
        LEFT JOIN customer_dates dates ON dates.customer_id = facts.customer_id
        LEFT JOIN leads ON leads.id = facts.lead_id
        LEFT JOIN lead_survivors merged ON merged.id = facts.lead_id
        LEFT JOIN leads surviving ON surviving.id = merged.survivor
        ORDER BY facts.created_at, facts.id
        """);

    private static final List<String> STARTS = List.of("""
        DELETE FROM customer_starts WHERE customer_id IN (SELECT id FROM changed_customers)
        """, """
            INSERT INTO customer_starts BY NAME
            WITH purchases AS (
                SELECT customer_id, purchase_kind, id, bought_at,
                    lag(bought_at) OVER (PARTITION BY customer_id ORDER BY bought_at, id, purchase_kind) AS previous
                FROM customer_purchases),
            starts AS (
                SELECT customer_id, 'first' AS kind, became_at AS started_at, purchase_kind, purchase_id
                FROM customer_dates WHERE became_at IS NOT NULL
                UNION ALL
                SELECT purchases.customer_id, 'reactivated', bought_at, purchases.purchase_kind, purchases.id
                FROM purchases JOIN customer_dates dates USING (customer_id)
                WHERE became_at < bought_at
                    AND bought_at > greatest(coalesce(previous, became_at), became_at) + to_days({window}))
            SELECT starts.customer_id, starts.kind, sale.deal_id,
                CASE WHEN starts.purchase_kind = 'order' THEN purchase_id END AS order_id,
                coalesce(sale.source, customers.source) AS source, sale.medium, sale.channel,
                coalesce(sale.campaign_id, customers.campaign_id) AS campaign_id,
                coalesce(sale.owner_id, customers.owner_id) AS owner_id,
                CASE WHEN sale.owner_id IS NOT NULL OR sale.team_id IS NOT NULL THEN sale.team_id
                    ELSE coalesce(customers.team_id, teams.team_id) END AS team_id,
                coalesce(sale.territory_id, customers.territory_id) AS territory_id,
                customers.region, customers.industry, sale.product_family, sale.size_band,
                started_at, local_date(started_at) AS started_at_date
            FROM starts
            LEFT JOIN (SELECT * FROM {purchases} WHERE customer_id IN (SELECT id FROM changed_customers)) sale
                ON sale.id = starts.purchase_id AND sale.purchase_kind = starts.purchase_kind
            LEFT JOIN customers ON customers.id = starts.customer_id
            LEFT JOIN user_teams teams ON teams.user_id = customers.owner_id AND teams.valid_from <= started_at
                AND (teams.valid_to IS NULL OR started_at < teams.valid_to)
            WHERE starts.customer_id NOT IN (SELECT id FROM customer_survivors)
            ORDER BY started_at, starts.customer_id
            """.replace("{purchases}", PurchaseTables.PURCHASES));

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "customer_starts", Set.of("customers", "deal_facts", "order_facts", "user_teams"),
                "deal_facts", Set.of("customers", "leads", "lead_survivors"),
                "order_facts", Set.of("customers"));
    }

    @Override
    public void derive(Changes changes) {
        if (!changes.isEmpty("changed_contracts")) {
            changes.run(CUSTOMERS_OF_CONTRACTS);
        }
        CUSTOMERS_OF_DEALS.forEach(statement -> changes.run(statement));
        if (changes.isEmpty("changed_customers") && changes.isEmpty("new_deal_facts")) {
            return;
        }
        DATES.forEach(statement -> changes.run(statement));
        String window = changes.settings().ruleOn("local_date(bought_at)", Rule.ACTIVITY_WINDOW_DAYS, days -> days);
        STARTS.forEach(statement -> changes.run(statement.replace("{window}", window)));
    }
}
