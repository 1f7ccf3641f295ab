SELECT
  date_trunc('month', f.created_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(*) AS leads_created
FROM leads f
WHERE f.created_at_date >= ? AND f.created_at_date < ?
  AND coalesce(f.status, '') NOT IN ('spam', 'test', 'duplicate') AND f.merged_into IS NULL
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(*) AS visits_started
FROM visits f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
