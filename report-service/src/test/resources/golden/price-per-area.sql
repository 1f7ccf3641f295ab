SELECT
  date_trunc('month', f.won_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_won_at AS DECIMAL(38, 4)) END) AS amount_by_area,
  count(*) FILTER (WHERE f.currency <> 'EUR' AND f.rate_of_currency_by_won_at IS NULL) AS amount_by_area_unconverted,
  sum(f.area) AS area_sold
FROM (SELECT t.*, of_rate_of_currency_by_won_at.rate AS rate_of_currency_by_won_at
  FROM (SELECT f.*, d.score, d.units, d.unit, CASE WHEN d.area > 0 THEN d.area END AS area
  FROM deal_facts f JOIN deals d ON d.id = f.id) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, won_at_date AS met_on FROM (SELECT f.*, d.score, d.units, d.unit, CASE WHEN d.area > 0 THEN d.area END AS area
  FROM deal_facts f JOIN deals d ON d.id = f.id) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_won_at
  ON of_rate_of_currency_by_won_at.currency = t.currency AND of_rate_of_currency_by_won_at.met_on = t.won_at_date) f
WHERE f.won_at_date >= ? AND f.won_at_date < ?
  AND f.status = 'won' AND f.area IS NOT NULL
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
