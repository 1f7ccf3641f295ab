SELECT
  date_trunc('month', f.created_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(*) FILTER (WHERE (f.mql_at IS NOT NULL OR f.sql_at IS NOT NULL OR f.sal_at IS NOT NULL OR f.lifecycle_level IN ('mql', 'sql', 'sal'))) AS leads_reaching,
  count(*) AS leads_entering
FROM leads f
WHERE f.created_at_date >= ? AND f.created_at_date < ?
  AND coalesce(f.status, '') NOT IN ('spam', 'test', 'duplicate') AND f.merged_into IS NULL
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
