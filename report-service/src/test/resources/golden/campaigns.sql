SELECT
  date_trunc('month', f.launched_at_date)::DATE AS bucket,
  coalesce(f.id, '(none)') AS by_campaign,
  count(*) AS campaigns_launched
FROM campaign_facts f
WHERE f.launched_at_date >= ? AND f.launched_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- 2026-01-01
-- 2026-04-01
