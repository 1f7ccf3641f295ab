WITH responded AS (
    SELECT {key responded_at owner_id} AS key, count(*) AS responded
    FROM campaign_member_facts
    WHERE {in responded_at}
    GROUP BY key
), delivered AS (
    SELECT {key delivered_at owner_id} AS key, count(*) AS delivered
    FROM campaign_member_facts
    WHERE {in delivered_at}
    GROUP BY key
)
SELECT key, coalesce(responded, 0) AS value, delivered
FROM responded FULL JOIN delivered USING (key)
