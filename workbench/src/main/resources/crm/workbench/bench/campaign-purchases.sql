WITH credited AS (
    SELECT {key won_at owner_id} AS key, sum(credit) FILTER (WHERE campaign_id IS NOT NULL) AS credited,
        sum(credit) FILTER (WHERE campaign_id IS NULL) AS unattributed
    FROM purchase_credits
    WHERE {in won_at} AND model = 'primary'
    GROUP BY key
), delivered AS (
    SELECT {key delivered_at owner_id} AS key, count(*) AS delivered
    FROM campaign_member_facts
    WHERE {in delivered_at}
    GROUP BY key
)
SELECT key, coalesce(credited, 0) AS value, unattributed, delivered
FROM credited FULL JOIN delivered USING (key)
