WITH moves AS (
    SELECT key, sum(sign) AS deals, sum(sign * amount) FILTER (WHERE currency = 'EUR') AS amount,
        sum(sign * weighted_amount) FILTER (WHERE currency = 'EUR') AS weighted,
        sum(sign * epoch_us(created_at)) AS created
    FROM (
        SELECT greatest({bucket state_from}, {first}) AS key, 1 AS sign, amount, weighted_amount, created_at, currency
        FROM deal_states
        WHERE is_open AND state_from < {to} AND (state_to IS NULL OR state_to >= {from})
        UNION ALL
        SELECT {bucket state_to}, -1, amount, weighted_amount, created_at, currency
        FROM deal_states
        WHERE is_open AND state_from < {to} AND state_to >= {from} AND state_to < {to}
    )
    GROUP BY key
)
SELECT key, sum(deals) OVER sofar AS value, sum(amount) OVER sofar AS amount, sum(weighted) OVER sofar AS weighted,
    sum(created) OVER sofar AS created
FROM {buckets} LEFT JOIN moves USING (key)
WINDOW sofar AS (ORDER BY key)
