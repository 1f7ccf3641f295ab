SELECT {key closed_at owner_id} AS key, avg(cycle_seconds) AS value, median(cycle_seconds), quantile_cont(cycle_seconds, 0.9),
    grouping({key closed_at owner_id}) AS total
FROM deal_facts
WHERE {in closed_at} AND status = 'won'
GROUP BY GROUPING SETS ((), ({key closed_at owner_id}))
