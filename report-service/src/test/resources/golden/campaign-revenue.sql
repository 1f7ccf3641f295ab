SELECT
  date_trunc('month', f.won_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  sum(f.amount::DECIMAL(38, 4) * f.credit) FILTER (WHERE f.campaign_id IS NOT NULL AND f.currency = ?) AS credited_revenue,
  count(*) FILTER (WHERE f.campaign_id IS NOT NULL AND f.currency <> ?) AS credited_revenue_unconverted,
  sum(f.amount::DECIMAL(38, 4) * f.credit) FILTER (WHERE f.campaign_id IS NULL AND f.currency = ?) AS unattributed_revenue,
  sum(f.credit) FILTER (WHERE f.campaign_id IS NOT NULL) AS credited_purchases
FROM purchase_credits f
WHERE f.won_at_date >= ? AND f.won_at_date < ?
  AND f.model = 'primary'
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- EUR
-- EUR
-- EUR
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.launched_at_date)::DATE AS bucket,
  coalesce(f.id, '(none)') AS by_campaign,
  sum(f.actual_cost) FILTER (WHERE f.currency = ?) AS campaign_cost
FROM campaign_facts f
WHERE f.launched_at_date >= ? AND f.launched_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- EUR
-- 2026-01-01
-- 2026-04-01
