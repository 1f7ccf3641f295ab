SELECT
  date_trunc('month', f.became_customer_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  sum(f.credit) FILTER (WHERE f.campaign_id IS NOT NULL) AS credited_new_customers,
  sum(f.credit) FILTER (WHERE f.campaign_id IS NULL) AS unattributed_new_customers
FROM purchase_credits f
WHERE f.became_customer_at_date >= ? AND f.became_customer_at_date < ?
  AND f.model = 'primary' AND f.is_first
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
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
