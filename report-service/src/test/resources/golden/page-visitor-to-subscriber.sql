SELECT
  date_trunc('month', f.began_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(*) AS subscriptions_begun
FROM address_subscriptions f
WHERE f.began_at_date >= ? AND f.began_at_date < ?
  AND f.began_at < ?
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
-- 2026-04-10T12:00:00Z

SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(DISTINCT f.visitor_id) AS visitors
FROM visits f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
