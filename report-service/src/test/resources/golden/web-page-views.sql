SELECT
  date_trunc('month', f.occurred_at_date)::DATE AS bucket,
  coalesce(f.page, '(none)') AS by_page,
  count(*) AS page_views_seen
FROM page_view_facts f
WHERE f.occurred_at_date >= ? AND f.occurred_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_page), (bucket, by_page));
-- 2026-01-01
-- 2026-04-01
