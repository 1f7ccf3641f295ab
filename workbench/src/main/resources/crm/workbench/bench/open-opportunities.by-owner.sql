SELECT owner_id AS key, count(*) AS value, sum(amount) FILTER (WHERE currency = 'EUR') AS amount,
    sum(weighted_amount) FILTER (WHERE currency = 'EUR') AS weighted, avg(epoch_us(created_at)) AS created
FROM deal_states
WHERE is_open AND state_from < {to} AND (state_to IS NULL OR state_to >= {to})
GROUP BY key
