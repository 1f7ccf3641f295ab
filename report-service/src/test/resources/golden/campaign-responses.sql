SELECT
  date_trunc('month', f.responded_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  count(*) AS members_responded
FROM campaign_member_facts f
WHERE f.responded_at_date >= ? AND f.responded_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.delivered_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  count(*) AS members_delivered
FROM campaign_member_facts f
WHERE f.delivered_at_date >= ? AND f.delivered_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- 2026-01-01
-- 2026-04-01
