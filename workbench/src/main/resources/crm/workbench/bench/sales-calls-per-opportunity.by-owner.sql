WITH made AS (
    SELECT owner_id AS key, count(*) AS calls
    FROM calls LEFT JOIN (SELECT id AS deal_id, owner_id FROM deal_facts) USING (deal_id)
    WHERE {in started_at} AND direction = 'outbound' AND purpose = 'sales'
        AND coalesce(status, '') NOT IN ('scheduled', 'cancelled') AND deal_id IS NOT NULL
    GROUP BY key
), present AS (
    SELECT owner_id AS key, count(*) AS deals
    FROM deal_openings
    WHERE opened_at < {to} AND (closed_at IS NULL OR closed_at > {from} OR opened_at >= {from})
        AND (previous_closed_at IS NULL OR previous_closed_at <= {from})
    GROUP BY key
)
SELECT key, coalesce(calls, 0) / nullif(deals, 0) AS value, calls, deals
FROM present FULL JOIN made USING (key)
