SELECT
  coalesce(f.stage_id, '(none)') AS by_stage,
  count(*) AS deals_open,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_created_at AS DECIMAL(38, 4)) END) AS amount_open,
  sum(CASE WHEN f.currency = 'EUR' THEN f.weighted_amount ELSE CAST(f.weighted_amount::DECIMAL(38, 4) * f.rate_of_currency_by_created_at AS DECIMAL(38, 4)) END) AS weighted_amount_open,
  sum(epoch_us(f.created_at)) AS created_epochs
FROM (SELECT t.*, of_rate_of_currency_by_created_at.rate AS rate_of_currency_by_created_at
  FROM deal_states t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, created_at_date AS met_on FROM deal_states t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_created_at
  ON of_rate_of_currency_by_created_at.currency = t.currency AND of_rate_of_currency_by_created_at.met_on = t.created_at_date) f
WHERE f.state_from < ?
  AND (f.state_to IS NULL OR f.state_to >= ?)
  AND f.is_open
GROUP BY GROUPING SETS ((), (by_stage));
-- 2026-03-31T22:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  bucket,
  by_stage,
  sum(sign) AS deals_open,
  sum(sign * CASE WHEN f.currency = 'EUR' THEN f.amount ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_created_at AS DECIMAL(38, 4)) END) AS amount_open,
  sum(sign * CASE WHEN f.currency = 'EUR' THEN f.weighted_amount ELSE CAST(f.weighted_amount::DECIMAL(38, 4) * f.rate_of_currency_by_created_at AS DECIMAL(38, 4)) END) AS weighted_amount_open,
  sum(sign * epoch_us(f.created_at)) AS created_epochs
FROM (SELECT
  greatest(date_trunc('month', f.state_from_date)::DATE, ?::DATE) AS bucket,
  coalesce(f.stage_id, '(none)') AS by_stage,
  1 AS sign,
  f.currency,
  f.amount,
  f.rate_of_currency_by_created_at,
  f.weighted_amount,
  f.created_at
FROM (SELECT t.*, of_rate_of_currency_by_created_at.rate AS rate_of_currency_by_created_at
  FROM deal_states t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, created_at_date AS met_on FROM deal_states t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_created_at
  ON of_rate_of_currency_by_created_at.currency = t.currency AND of_rate_of_currency_by_created_at.met_on = t.created_at_date) f
WHERE f.state_from < ?
  AND (f.state_to IS NULL OR f.state_to >= ?)
  AND f.is_open
UNION ALL
SELECT
  date_trunc('month', f.state_to_date)::DATE AS bucket,
  coalesce(f.stage_id, '(none)') AS by_stage,
  -1 AS sign,
  f.currency,
  f.amount,
  f.rate_of_currency_by_created_at,
  f.weighted_amount,
  f.created_at
FROM (SELECT t.*, of_rate_of_currency_by_created_at.rate AS rate_of_currency_by_created_at
  FROM deal_states t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, created_at_date AS met_on FROM deal_states t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_created_at
  ON of_rate_of_currency_by_created_at.currency = t.currency AND of_rate_of_currency_by_created_at.met_on = t.created_at_date) f
WHERE f.state_from < ?
  AND (f.state_to IS NULL OR f.state_to >= ?)
  AND f.is_open
  AND f.state_to < ?) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_stage));
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
