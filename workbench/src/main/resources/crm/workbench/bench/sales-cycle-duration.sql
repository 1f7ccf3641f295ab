SELECT {key decided_at owner_id} AS key, avg(cycle_seconds) AS value, median(cycle_seconds), quantile_cont(cycle_seconds, 0.9),
    grouping({key decided_at owner_id}) AS total
FROM deal_facts
WHERE {in decided_at} AND status = 'won'
GROUP BY GROUPING SETS ((), ({key decided_at owner_id}))
