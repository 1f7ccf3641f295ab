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
  date_trunc('month', f.ended_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(*) AS subscriptions_ended,
  count(*) FILTER (WHERE f.ended_by = 'unsubscribed') AS subscriptions_unsubscribed,
  count(*) FILTER (WHERE f.ended_by = 'bounced') AS subscriptions_bounced,
  count(*) FILTER (WHERE f.ended_by = 'complained') AS subscriptions_complained,
  count(*) FILTER (WHERE f.ended_by = 'removed') AS subscriptions_removed
FROM address_subscriptions f
WHERE f.ended_at_date >= ? AND f.ended_at_date < ?
  AND f.ended_at < ?
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
-- 2026-04-10T12:00:00Z

SELECT
  coalesce(f.source, '(none)') AS by_source,
  count(*) AS subscribers
FROM address_subscriptions f
WHERE f.began_at < ?
  AND (f.ended_at IS NULL OR f.ended_at >= ?)
GROUP BY GROUPING SETS ((), (by_source));
-- 2026-03-31T22:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  bucket,
  by_source,
  sum(sign) AS subscribers
FROM (SELECT
  greatest(date_trunc('month', f.began_at_date)::DATE, ?::DATE) AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  1 AS sign
FROM address_subscriptions f
WHERE f.began_at < ?
  AND (f.ended_at IS NULL OR f.ended_at >= ?)
UNION ALL
SELECT
  date_trunc('month', f.ended_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  -1 AS sign
FROM address_subscriptions f
WHERE f.began_at < ?
  AND (f.ended_at IS NULL OR f.ended_at >= ?)
  AND f.ended_at < ?) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_source));
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
