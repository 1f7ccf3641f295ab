SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  count(*) AS service_calls
FROM calls f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
  AND f.purpose = 'service' AND coalesce(f.status, '') NOT IN ('scheduled', 'cancelled') AND (f.direction = 'outbound' OR f.handled_at IS NOT NULL)
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
