SELECT {key left_at owner_id} AS key, avg(total_seconds) AS value, median(total_seconds), quantile_cont(total_seconds, 0.9),
    grouping({key left_at owner_id}) AS total
FROM stage_stays
WHERE {in left_at}
GROUP BY GROUPING SETS ((), ({key left_at owner_id}))
