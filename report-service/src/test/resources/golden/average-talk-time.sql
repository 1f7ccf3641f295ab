SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  sum(coalesce(f.pure_talk_seconds, 0)) AS talk_seconds_of_connected,
  count(coalesce(f.pure_talk_seconds, 0)) AS talk_seconds_of_connected_count,
  (quantile_cont(coalesce(f.pure_talk_seconds, 0), [0.5, 0.9]))[1] AS talk_seconds_of_connected_median,
  (quantile_cont(coalesce(f.pure_talk_seconds, 0), [0.5, 0.9]))[2] AS talk_seconds_of_connected_p90
FROM calls f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
  AND (f.answered_at IS NOT NULL OR f.outcome = 'connected') AND coalesce(f.status, '') NOT IN ('scheduled', 'cancelled')
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
