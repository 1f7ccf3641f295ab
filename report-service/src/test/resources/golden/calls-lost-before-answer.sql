SELECT
  date_trunc('month', f.offered_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  count(*) FILTER (WHERE f.abandoned_in IN ('queue', 'ringing') AND (f.wait_seconds IS NULL OR f.wait_seconds >= 5)) AS calls_lost,
  count(*) FILTER (WHERE coalesce(f.abandoned_in, '') NOT IN ('ivr') AND (f.abandoned_in IS NULL OR (f.wait_seconds IS NULL OR f.wait_seconds >= 5))) AS calls_offered,
  count(*) FILTER (WHERE f.abandoned_in IN ('queue', 'ringing') AND f.wait_seconds < 5) AS calls_short_abandoned
FROM calls f
WHERE f.offered_at_date >= ? AND f.offered_at_date < ?
  AND coalesce(f.status, '') NOT IN ('scheduled', 'cancelled')
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
