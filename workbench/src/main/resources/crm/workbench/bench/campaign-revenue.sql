WITH credited AS (
    SELECT {key won_at owner_id} AS key,
        sum(amount::DECIMAL(38, 4) * credit) FILTER (WHERE campaign_id IS NOT NULL AND currency = 'EUR') AS revenue,
        sum(amount::DECIMAL(38, 4) * credit) FILTER (WHERE campaign_id IS NULL AND currency = 'EUR') AS unattributed,
        sum(credit) FILTER (WHERE campaign_id IS NOT NULL) AS purchases,
        count(*) FILTER (WHERE currency <> 'EUR') AS unconverted
    FROM purchase_credits
    WHERE {in won_at} AND model = 'primary'
    GROUP BY key
), spent AS (
    SELECT {key launched_at owner_id} AS key, sum(actual_cost) AS cost
    FROM campaign_facts
    WHERE {in launched_at} AND currency = 'EUR'
    GROUP BY key
)
SELECT key, coalesce(revenue, 0) AS value, unattributed, purchases, unconverted, cost
FROM credited FULL JOIN spent USING (key)
