SELECT
  date_trunc('month', f.won_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(f.amount) FILTER (WHERE coalesce(f.deal_type, '') NOT IN ('cross_sell', 'up_sell', 'renewal', 'reactivation') AND f.became_customer_at_date >= ? AND f.became_customer_at_date < ? AND f.currency = ?) AS new_business,
  count(*) FILTER (WHERE coalesce(f.deal_type, '') NOT IN ('cross_sell', 'up_sell', 'renewal', 'reactivation') AND f.became_customer_at_date >= ? AND f.became_customer_at_date < ? AND f.currency <> ?) AS new_business_unconverted,
  sum(f.amount) FILTER (WHERE coalesce(f.deal_type, '') NOT IN ('cross_sell', 'up_sell', 'renewal', 'reactivation') AND date_trunc('month', f.became_customer_at_date)::DATE = date_trunc('month', f.won_at_date)::DATE AND f.became_customer_at_date >= ? AND f.became_customer_at_date < ? AND f.currency = ?) AS new_business_in_bucket,
  sum(f.amount) FILTER (WHERE (f.deal_type IN ('cross_sell', 'up_sell') OR (coalesce(f.deal_type, '') NOT IN ('cross_sell', 'up_sell', 'renewal', 'reactivation') AND f.became_customer_at IS NOT NULL AND coalesce(NOT (f.became_customer_at_date >= ? AND f.became_customer_at_date < ?), TRUE))) AND f.currency = ?) AS expansion,
  sum(f.amount) FILTER (WHERE (f.deal_type IN ('cross_sell', 'up_sell') OR (coalesce(f.deal_type, '') NOT IN ('cross_sell', 'up_sell', 'renewal', 'reactivation') AND f.became_customer_at IS NOT NULL AND coalesce(NOT (date_trunc('month', f.became_customer_at_date)::DATE = date_trunc('month', f.won_at_date)::DATE AND f.became_customer_at_date >= ? AND f.became_customer_at_date < ?), TRUE))) AND f.currency = ?) AS expansion_in_bucket,
  sum(f.amount) FILTER (WHERE f.deal_type = 'reactivation' AND f.currency = ?) AS reactivation,
  sum(f.amount) FILTER (WHERE f.deal_type = 'renewal' AND f.currency = ?) AS renewal,
  sum(f.amount) FILTER (WHERE coalesce(f.deal_type, '') NOT IN ('cross_sell', 'up_sell', 'renewal', 'reactivation') AND f.became_customer_at IS NULL AND f.currency = ?) AS without_customer,
  sum(f.amount) FILTER (WHERE f.currency = ?) AS won_revenue
FROM deal_facts f
WHERE f.won_at_date >= ? AND f.won_at_date < ?
  AND f.status = 'won'
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
-- EUR
-- 2026-01-01
-- 2026-04-01
-- EUR
-- 2026-01-01
-- 2026-04-01
-- EUR
-- 2026-01-01
-- 2026-04-01
-- EUR
-- 2026-01-01
-- 2026-04-01
-- EUR
-- EUR
-- EUR
-- EUR
-- EUR
-- 2026-01-01
-- 2026-04-01
