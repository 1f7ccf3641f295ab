SELECT
  date_trunc('month', f.won_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(f.units) AS units_sold
FROM (SELECT f.*, d.score, d.units, d.unit, CASE WHEN d.area > 0 THEN d.area END AS area
  FROM deal_facts f JOIN deals d ON d.id = f.id) f
WHERE f.won_at_date >= ? AND f.won_at_date < ?
  AND f.status = 'won' AND f.units IS NOT NULL
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
