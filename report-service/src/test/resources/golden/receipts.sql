SELECT
  date_trunc('month', f.paid_at_date)::DATE AS bucket,
  coalesce(f.form, '(none)') AS by_paymentForm,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_paid_at AS DECIMAL(38, 4)) END) AS money_received,
  count(*) FILTER (WHERE f.currency <> 'EUR' AND f.rate_of_currency_by_paid_at IS NULL) AS money_received_unconverted
FROM (SELECT t.*, of_rate_of_currency_by_paid_at.rate AS rate_of_currency_by_paid_at
  FROM (SELECT p.* EXCLUDE (deal_id, customer_id, currency), coalesce(s.survivor, p.deal_id) AS deal_id,
    coalesce(p.currency, home.currency) AS currency,
    coalesce(merged.survivor, p.customer_id, d.customer_id) AS customer_id,
    d.owner_id, d.team_id, d.pipeline_id
  FROM payments p
  CROSS JOIN (SELECT any_value(currency) AS currency FROM store_settings) home
  LEFT JOIN merged_customers merged ON merged.id = p.customer_id
  LEFT JOIN deal_survivors s ON s.id = p.deal_id
  LEFT JOIN deal_facts d ON d.id = coalesce(s.survivor, p.deal_id)) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, paid_at_date AS met_on FROM (SELECT p.* EXCLUDE (deal_id, customer_id, currency), coalesce(s.survivor, p.deal_id) AS deal_id,
    coalesce(p.currency, home.currency) AS currency,
    coalesce(merged.survivor, p.customer_id, d.customer_id) AS customer_id,
    d.owner_id, d.team_id, d.pipeline_id
  FROM payments p
  CROSS JOIN (SELECT any_value(currency) AS currency FROM store_settings) home
  LEFT JOIN merged_customers merged ON merged.id = p.customer_id
  LEFT JOIN deal_survivors s ON s.id = p.deal_id
  LEFT JOIN deal_facts d ON d.id = coalesce(s.survivor, p.deal_id)) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_paid_at
  ON of_rate_of_currency_by_paid_at.currency = t.currency AND of_rate_of_currency_by_paid_at.met_on = t.paid_at_date) f
WHERE f.paid_at_date >= ? AND f.paid_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_paymentForm), (bucket, by_paymentForm));
-- 2026-01-01
-- 2026-04-01
