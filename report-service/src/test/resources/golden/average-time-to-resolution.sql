SELECT
  date_trunc('month', f.resolved_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(f.resolution_seconds) AS resolution_seconds,
  count(f.resolution_seconds) AS resolution_seconds_count,
  (quantile_cont(f.resolution_seconds, [0.5, 0.9]))[1] AS resolution_seconds_median,
  (quantile_cont(f.resolution_seconds, [0.5, 0.9]))[2] AS resolution_seconds_p90,
  sum(f.resolution_business_seconds) AS resolution_business_seconds,
  count(f.resolution_business_seconds) AS resolution_business_seconds_count,
  (quantile_cont(f.resolution_business_seconds, [0.5, 0.9]))[1] AS resolution_business_seconds_median,
  (quantile_cont(f.resolution_business_seconds, [0.5, 0.9]))[2] AS resolution_business_seconds_p90,
  sum(f.resolution_agent_seconds) AS resolution_agent_seconds,
  count(f.resolution_agent_seconds) AS resolution_agent_seconds_count,
  (quantile_cont(f.resolution_agent_seconds, [0.5, 0.9]))[1] AS resolution_agent_seconds_median,
  (quantile_cont(f.resolution_agent_seconds, [0.5, 0.9]))[2] AS resolution_agent_seconds_p90
FROM case_facts f
WHERE f.resolved_at_date >= ? AND f.resolved_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
