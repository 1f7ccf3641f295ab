SELECT
  date_trunc('month', f.resolved_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(f.complaint_seconds) AS complaint_seconds,
  count(f.complaint_seconds) AS complaint_seconds_count,
  (quantile_cont(f.complaint_seconds, [0.5, 0.9]))[1] AS complaint_seconds_median,
  (quantile_cont(f.complaint_seconds, [0.5, 0.9]))[2] AS complaint_seconds_p90,
  sum(f.complaint_business_seconds) AS complaint_business_seconds,
  count(f.complaint_business_seconds) AS complaint_business_seconds_count,
  (quantile_cont(f.complaint_business_seconds, [0.5, 0.9]))[1] AS complaint_business_seconds_median,
  (quantile_cont(f.complaint_business_seconds, [0.5, 0.9]))[2] AS complaint_business_seconds_p90,
  sum(f.complaint_agent_seconds) AS complaint_agent_seconds,
  count(f.complaint_agent_seconds) AS complaint_agent_seconds_count,
  (quantile_cont(f.complaint_agent_seconds, [0.5, 0.9]))[1] AS complaint_agent_seconds_median,
  (quantile_cont(f.complaint_agent_seconds, [0.5, 0.9]))[2] AS complaint_agent_seconds_p90
FROM case_facts f
WHERE f.resolved_at_date >= ? AND f.resolved_at_date < ?
  AND f.is_complaint
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
