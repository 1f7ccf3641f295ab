SELECT
  date_trunc('month', f.decided_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(f.cycle_seconds) AS cycle_seconds,
  count(f.cycle_seconds) AS cycle_seconds_count,
  (quantile_cont(f.cycle_seconds, [0.5, 0.9]))[1] AS cycle_seconds_median,
  (quantile_cont(f.cycle_seconds, [0.5, 0.9]))[2] AS cycle_seconds_p90
FROM deal_facts f
WHERE f.decided_at_date >= ? AND f.decided_at_date < ?
  AND f.status = 'won'
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
