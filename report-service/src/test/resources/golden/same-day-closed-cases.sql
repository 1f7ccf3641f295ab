SELECT
  date_trunc('month', f.closed_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) FILTER (WHERE f.same_day) AS cases_closed_same_day,
  count(*) AS cases_closed
FROM case_facts f
WHERE f.closed_at_date >= ? AND f.closed_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
