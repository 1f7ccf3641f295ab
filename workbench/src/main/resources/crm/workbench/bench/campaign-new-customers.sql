WITH credited AS (
    SELECT {key became_customer_at owner_id} AS key, sum(credit) FILTER (WHERE campaign_id IS NOT NULL) AS customers,
        sum(credit) FILTER (WHERE campaign_id IS NULL) AS unattributed
    FROM purchase_credits
    WHERE {in became_customer_at} AND model = 'primary' AND is_first
    GROUP BY key
), spent AS (
    SELECT {key launched_at owner_id} AS key, sum(actual_cost) AS cost
    FROM campaign_facts
    WHERE {in launched_at} AND currency = 'EUR'
    GROUP BY key
)
SELECT key, coalesce(customers, 0) AS value, unattributed, cost
FROM credited FULL JOIN spent USING (key)
