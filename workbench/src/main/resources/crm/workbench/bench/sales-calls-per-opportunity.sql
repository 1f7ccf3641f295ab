WITH made AS (
    SELECT {bucket started_at} AS key, count(deal_id) AS calls, count(*) FILTER (WHERE deal_id IS NULL) AS unlinked
    FROM calls
    WHERE {in started_at} AND direction = 'outbound' AND purpose = 'sales'
        AND coalesce(status, '') NOT IN ('scheduled', 'cancelled')
    GROUP BY key
), moves AS (
    SELECT greatest({bucket opened_at}, {first}) AS key, count(*) AS entered,
        count(*) FILTER (WHERE previous_closed_at > {from}
            AND {bucket previous_closed_at} = greatest({bucket opened_at}, {first})) AS repeated
    FROM deal_openings
    WHERE opened_at < {to} AND (closed_at IS NULL OR closed_at > {from} OR opened_at >= {from})
    GROUP BY key
), ends AS (
    SELECT greatest({bucket closed_at}, {bucket opened_at}) AS key, count(*) AS ended
    FROM deal_openings
    WHERE opened_at < {to} AND closed_at < {to} AND (closed_at > {from} OR opened_at >= {from})
    GROUP BY key
), present AS (
    SELECT key, sum(coalesce(entered, 0)) OVER sofar
        - sum(coalesce(ended, 0)) OVER sofar + coalesce(ended, 0) - coalesce(repeated, 0) AS deals
    FROM {buckets} LEFT JOIN moves USING (key) LEFT JOIN ends USING (key)
    WINDOW sofar AS (ORDER BY key)
)
SELECT key, coalesce(calls, 0) / nullif(deals, 0) AS value, calls, deals, unlinked
FROM present LEFT JOIN made USING (key)
