package crm.report.load;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of purchases, each with what kind of sale it is. What a customer bought before is told by purchases of an
 * earlier moment; more of a product, or at a higher price, means than ever before.
 */
final class SaleLineTables implements Derivation {

    private static final String LINES =
            """
            INSERT INTO sale_lines BY NAME
            WITH bought AS (
                SELECT * FROM {purchases} WHERE customer_id IN (SELECT id FROM changed_customers)),
            told AS (
                SELECT 'order' AS purchase_kind, id, status = 'refunded' AND refunded_amount IS NULL AS is_given_back,
                    from_json(lines, '{shape}') AS items
                FROM orders WHERE id IN (SELECT id FROM bought WHERE purchase_kind = 'order')
                UNION ALL
                SELECT 'deal', id, false, from_json(line_items, '{shape}')
                FROM deals WHERE id IN (SELECT id FROM bought WHERE purchase_kind = 'deal')),
            items AS (
                SELECT purchase_kind, id, is_given_back, unnest(items) AS item, generate_subscripts(items, 1) AS line
                FROM told WHERE len(items) > 0),
            lines AS (
                SELECT bought.* EXCLUDE (amount, product_family),
                    line, item.productId AS product_id, item.quantity AS quantity, item.unitPrice AS unit_price,
                    coalesce(products.family, bought.product_family) AS product_family, products.tier AS tier,
                    CASE WHEN is_given_back THEN 0 ELSE coalesce(item.amount,
                        CAST(item.quantity * item.unitPrice AS DECIMAL(18, 4)) - coalesce(item.discount, 0)) END
                        AS amount,
                    coalesce(item.saleType, deal_type) AS told_type
                FROM bought JOIN items USING (purchase_kind, id)
                LEFT JOIN products ON products.id = item.productId
                UNION ALL BY NAME
                SELECT bought.*, 1 AS line, deal_type AS told_type
                FROM bought LEFT JOIN items USING (purchase_kind, id) WHERE items.id IS NULL),
            compared AS (
                SELECT *,
                    min(bought_at) OVER (PARTITION BY customer_id) AS first_at,
                    min(bought_at) OVER (PARTITION BY customer_id, product_family) AS family_at,
                    max(tier) OVER earlier_of_family AS best_tier,
                    max(quantity) OVER earlier_of_product AS most,
                    max(unit_price) OVER earlier_of_product AS dearest
                FROM lines
                WINDOW earlier_of_family AS (PARTITION BY customer_id, product_family ORDER BY bought_at
                        RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING),
                    earlier_of_product AS (PARTITION BY customer_id, product_family, product_id ORDER BY bought_at
                        RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING))
            SELECT customer_id, purchase_kind, id AS purchase_id, order_id, deal_id, line, bought_at, bought_at_date, product_id,
                product_family, amount, currency, owner_id, team_id, territory_id,
                coalesce(told_type, CASE
                    WHEN bought_at = first_at THEN 'new_business'
                    WHEN product_family IS NULL THEN 'repeat'
                    WHEN bought_at = family_at THEN 'cross_sell'
                    WHEN tier > best_tier THEN 'up_sell'
                    WHEN product_id IS NOT NULL AND (quantity > most OR unit_price > dearest) THEN 'up_sell'
                    ELSE 'repeat' END) AS sale_type
            FROM compared
            ORDER BY bought_at, purchase_id, line
            """.replace("{purchases}", PurchaseTables.PURCHASES).replace("{shape}", """
            [{"productId": "VARCHAR", "quantity": "DECIMAL(18, 4)", "unitPrice": "DECIMAL(18, 4)",
              "discount": "DECIMAL(18, 4)", "amount": "DECIMAL(18, 4)", "saleType": "VARCHAR"}]""");

    /** A product's family and tier tell what all that bought it bought. */
    private static final String BUYERS = """
            INSERT INTO changed_customers SELECT id FROM customer_profiles
            """;

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of("sale_lines", Set.of("deal_facts", "deals", "order_facts", "orders", "products", "customers"));
    }

    @Override
    public void derive(Changes changes) {
        if (changes.areAbout("products")) {
            changes.run(BUYERS);
        }
        if (!changes.isEmpty("changed_customers")) {
            List.of("DELETE FROM sale_lines WHERE customer_id IN (SELECT id FROM changed_customers)", LINES)
                    .forEach(statement -> changes.run(statement));
        }
    }
}
