SELECT
  date_trunc('month', f.won_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  sum(f.credit) FILTER (WHERE f.campaign_id IS NOT NULL) AS credited_purchases,
  sum(f.credit) FILTER (WHERE f.campaign_id IS NULL) AS unattributed_purchases,
  sum(f.credit) AS purchases
FROM purchase_credits f
WHERE f.won_at_date >= ? AND f.won_at_date < ?
  AND f.model = 'primary'
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
