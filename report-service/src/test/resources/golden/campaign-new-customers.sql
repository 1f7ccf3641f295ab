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
  sum(CASE WHEN f.currency = 'EUR' THEN f.actual_cost ELSE CAST(f.actual_cost::DECIMAL(38, 4) * f.rate_of_currency_by_launched_at AS DECIMAL(38, 4)) END) AS campaign_cost
FROM (SELECT t.*, of_rate_of_currency_by_launched_at.rate AS rate_of_currency_by_launched_at
  FROM campaign_facts t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, launched_at_date AS met_on FROM campaign_facts t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_launched_at
  ON of_rate_of_currency_by_launched_at.currency = t.currency AND of_rate_of_currency_by_launched_at.met_on = t.launched_at_date) f
WHERE f.launched_at_date >= ? AND f.launched_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- 2026-01-01
-- 2026-04-01
