SELECT owner_id AS key,
    coalesce(sum(amount) FILTER (WHERE untyped AND {in became_customer_at}), 0) AS value,
    sum(amount) FILTER (WHERE deal_type IN ('cross_sell', 'up_sell')
        OR untyped AND NOT ({in became_customer_at})) AS expansion,
    sum(amount) FILTER (WHERE deal_type = 'reactivation') AS reactivation,
    sum(amount) FILTER (WHERE deal_type = 'renewal') AS renewal,
    sum(amount) FILTER (WHERE untyped AND became_customer_at IS NULL) AS without_customer,
    sum(amount) AS won
FROM (SELECT *, coalesce(deal_type, '') NOT IN ('cross_sell', 'up_sell', 'renewal', 'reactivation') AS untyped
    FROM deal_facts)
WHERE {in won_at} AND status = 'won' AND currency = 'EUR'
GROUP BY key
