package crm.report.load;

import crm.tenant.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Customers as they are, how they began, and when they were active. */
final class CustomerProfiles implements Derivation {

    private static final List<String> STATEMENTS = List.of(
            "DELETE FROM merged_customers",
            "INSERT INTO merged_customers SELECT id, survivor FROM customer_survivors",
            "DELETE FROM customer_profiles WHERE id IN (SELECT id FROM changed_customers)",
            "DELETE FROM customer_activity WHERE customer_id IN (SELECT id FROM changed_customers)",
            """
            INSERT INTO customer_profiles BY NAME
            WITH firsts AS (
                SELECT customer_id, min(bought_at) AS first_bought_at FROM {purchases}
                WHERE customer_id IN (SELECT id FROM changed_customers) GROUP BY customer_id)
            SELECT changed.id, account.owner_id, coalesce(account.team_id, teams.team_id) AS team_id,
                account.territory_id, account.region, account.industry, account.sector, account.segment,
                account.size_band, starts.source, starts.campaign_id, starts.product_family,
                strftime(starts.started_at_date, '%Y-%m') AS cohort,
                starts.started_at AS became_customer_at, starts.started_at_date AS became_customer_at_date,
                first_bought_at, local_date(first_bought_at) AS first_bought_at_date
            FROM (SELECT DISTINCT id FROM changed_customers) changed
            LEFT JOIN customers account ON account.id = changed.id
            LEFT JOIN customer_starts starts ON starts.customer_id = changed.id AND starts.kind = 'first'
            LEFT JOIN firsts ON firsts.customer_id = changed.id
            LEFT JOIN user_teams teams ON teams.user_id = account.owner_id AND teams.valid_to IS NULL
            WHERE changed.id NOT IN (SELECT id FROM customer_survivors)
            ORDER BY changed.id
            """.replace("{purchases}", PurchaseTables.PURCHASES),
            """
            INSERT INTO customer_activity BY NAME
            WITH contracted AS (
                SELECT coalesce(survivor, customer_id) AS customer_id, start_at AS active_from,
                    least(end_at, cancelled_at) AS active_to
                FROM contracts LEFT JOIN customer_survivors ON customer_survivors.id = customer_id),
            spans AS (
                SELECT * FROM contracted
                WHERE customer_id IN (SELECT id FROM changed_customers)
                    AND (active_to IS NULL OR active_to > active_from)
                UNION ALL
                SELECT customer_id, bought_at, bought_at + to_days({window}) FROM {purchases}
                WHERE customer_id IN (SELECT id FROM changed_customers)
                    AND customer_id NOT IN (SELECT customer_id FROM contracted)),
            placed AS (
                SELECT customer_id, active_from, coalesce(active_to, TIMESTAMP '9999-12-31') AS active_to,
                    max(coalesce(active_to, TIMESTAMP '9999-12-31')) OVER (
                        PARTITION BY customer_id ORDER BY active_from, active_to
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
                FROM spans),
            stretches AS (
                SELECT *, count(*) FILTER (reached IS NULL OR active_from > reached) OVER (
                    PARTITION BY customer_id ORDER BY active_from, active_to
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS stretch
                FROM placed)
            SELECT customer_id, min(active_from) AS active_from,
                nullif(max(active_to), TIMESTAMP '9999-12-31') AS active_to
            FROM stretches GROUP BY customer_id, stretch
            ORDER BY customer_id, active_from
            """.replace("{purchases}", PurchaseTables.PURCHASES));

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "merged_customers", Set.of("customers"),
                "customer_profiles", Set.of("customers", "customer_starts", "deal_facts", "order_facts", "user_teams"),
                "customer_activity", Set.of("contracts", "customers", "deal_facts", "order_facts"));
    }

    @Override
    public void derive(Changes changes) {
        if (!changes.isEmpty("changed_customers")) {
            String window = changes.settings().ruleOn("bought_at_date", Rule.ACTIVITY_WINDOW_DAYS, days -> days);
            STATEMENTS.forEach(statement -> changes.run(statement.replace("{window}", window)));
        }
    }
}
