SELECT {key closed_at owner_id} AS key, avg((status = 'won')::INT) AS value,
    count(*) FILTER (WHERE status = 'won') AS won, count(*) AS closed
FROM deal_facts
WHERE {in closed_at} AND status IN ('won', 'lost')
GROUP BY key
