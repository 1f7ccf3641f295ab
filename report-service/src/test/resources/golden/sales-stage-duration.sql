SELECT
  date_trunc('month', f.left_at_date)::DATE AS bucket,
  coalesce(f.stage_id, '(none)') AS by_stage,
  sum(f.total_seconds) AS stay_seconds,
  count(f.total_seconds) AS stay_seconds_count,
  (quantile_cont(f.total_seconds, [0.5, 0.9]))[1] AS stay_seconds_median,
  (quantile_cont(f.total_seconds, [0.5, 0.9]))[2] AS stay_seconds_p90
FROM stage_stays f
WHERE f.left_at_date >= ? AND f.left_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_stage), (bucket, by_stage));
-- 2026-01-01
-- 2026-04-01
