SELECT
  date_trunc('month', f.closed_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) FILTER (WHERE f.status = 'won') AS deals_won,
  count(*) FILTER (WHERE f.status IN ('won', 'lost')) AS deals_closed
FROM deal_facts f
WHERE f.closed_at_date >= ? AND f.closed_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
