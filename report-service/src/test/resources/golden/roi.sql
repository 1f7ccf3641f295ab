SELECT
  date_trunc('month', f.won_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount::DECIMAL(38, 4) * f.credit ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_won_at AS DECIMAL(38, 4))::DECIMAL(38, 4) * f.credit END) AS credited_revenue,
  count(*) FILTER (WHERE f.currency <> 'EUR' AND f.rate_of_currency_by_won_at IS NULL) AS credited_revenue_unconverted
FROM (SELECT t.*, of_rate_of_currency_by_won_at.rate AS rate_of_currency_by_won_at
  FROM purchase_credits t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, won_at_date AS met_on FROM purchase_credits t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_won_at
  ON of_rate_of_currency_by_won_at.currency = t.currency AND of_rate_of_currency_by_won_at.met_on = t.won_at_date) f
WHERE f.won_at_date >= ? AND f.won_at_date < ?
  AND f.model = 'primary' AND f.campaign_id IS NOT NULL
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.launched_at_date)::DATE AS bucket,
  coalesce(f.id, '(none)') AS by_campaign,
  sum(CASE WHEN f.currency = 'EUR' THEN f.actual_cost ELSE CAST(f.actual_cost::DECIMAL(38, 4) * f.rate_of_currency_by_launched_at AS DECIMAL(38, 4)) END) AS campaign_cost,
  count(*) FILTER (WHERE f.currency <> 'EUR' AND f.rate_of_currency_by_launched_at IS NULL) AS campaign_cost_unconverted
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
