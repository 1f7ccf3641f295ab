SELECT {key handled_at agent_id} AS key, avg(handle_seconds) AS value, median(handle_seconds), quantile_cont(handle_seconds, 0.9),
    avg(coalesce(pure_talk_seconds, 0)), median(coalesce(pure_talk_seconds, 0)), quantile_cont(coalesce(pure_talk_seconds, 0), 0.9),
    avg(coalesce(hold_seconds, 0)), median(coalesce(hold_seconds, 0)), quantile_cont(coalesce(hold_seconds, 0), 0.9),
    avg(coalesce(wrap_seconds, 0)), median(coalesce(wrap_seconds, 0)), quantile_cont(coalesce(wrap_seconds, 0), 0.9),
    grouping({key handled_at agent_id}) AS total
FROM calls
WHERE {in handled_at}
GROUP BY GROUPING SETS ((), ({key handled_at agent_id}))
