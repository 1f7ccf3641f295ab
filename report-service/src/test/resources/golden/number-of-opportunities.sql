SELECT
  date_trunc('month', f.created_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS deals_created
FROM deal_facts f
WHERE f.created_at_date >= ? AND f.created_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
