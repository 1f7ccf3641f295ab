SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  count(*) AS calls_missed
FROM calls f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
  AND f.direction = 'inbound' AND f.answered_at IS NULL AND coalesce(f.outcome, '') NOT IN ('connected') AND coalesce(f.status, '') NOT IN ('scheduled', 'cancelled')
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
