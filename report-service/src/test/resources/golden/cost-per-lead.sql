SELECT
  date_trunc('month', f.spent_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount::DECIMAL(38, 4) * f.share ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_spent_at AS DECIMAL(38, 4))::DECIMAL(38, 4) * f.share END) AS marketing_cost,
  count(*) FILTER (WHERE f.currency <> 'EUR' AND f.rate_of_currency_by_spent_at IS NULL) AS marketing_cost_unconverted,
  count(*) AS marketing_costs_known
FROM (SELECT t.*, of_rate_of_currency_by_spent_at.rate AS rate_of_currency_by_spent_at
  FROM (WITH spent AS (
    SELECT c.id, c.campaign_id, c.source, c.medium, coalesce(c.channel, k.channel) AS channel, c.amount,
        coalesce(c.currency, home.currency) AS currency, home.time_zone,
        date_diff('day', c.day, coalesce(c.until, c.day)) + 1 AS days,
        CAST(unnest(generate_series(c.day::TIMESTAMP, coalesce(c.until, c.day)::TIMESTAMP,
            INTERVAL 1 DAY)) AS DATE) AS spent_on
    FROM marketing_costs c
    CROSS JOIN (SELECT any_value(currency) AS currency, any_value(time_zone) AS time_zone
      FROM store_settings) home
    LEFT JOIN campaigns k ON k.id = c.campaign_id)
  SELECT 'marketing cost' AS kind, id, campaign_id, source, medium, channel, amount, currency,
    CAST(1 / days AS DECIMAL(18, 9)) AS share,
    (spent_on::TIMESTAMP AT TIME ZONE time_zone) AT TIME ZONE 'UTC' AS spent_at, spent_on AS spent_at_date
  FROM spent
  UNION ALL
  SELECT 'campaign', id, id, NULL, NULL, channel, actual_cost, currency, 1, launched_at, launched_at_date
  FROM campaign_facts
  WHERE launched_at IS NOT NULL AND actual_cost IS NOT NULL
    AND id NOT IN (SELECT campaign_id FROM marketing_costs WHERE campaign_id IS NOT NULL)) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, spent_at_date AS met_on FROM (WITH spent AS (
    SELECT c.id, c.campaign_id, c.source, c.medium, coalesce(c.channel, k.channel) AS channel, c.amount,
        coalesce(c.currency, home.currency) AS currency, home.time_zone,
        date_diff('day', c.day, coalesce(c.until, c.day)) + 1 AS days,
        CAST(unnest(generate_series(c.day::TIMESTAMP, coalesce(c.until, c.day)::TIMESTAMP,
            INTERVAL 1 DAY)) AS DATE) AS spent_on
    FROM marketing_costs c
    CROSS JOIN (SELECT any_value(currency) AS currency, any_value(time_zone) AS time_zone
      FROM store_settings) home
    LEFT JOIN campaigns k ON k.id = c.campaign_id)
  SELECT 'marketing cost' AS kind, id, campaign_id, source, medium, channel, amount, currency,
    CAST(1 / days AS DECIMAL(18, 9)) AS share,
    (spent_on::TIMESTAMP AT TIME ZONE time_zone) AT TIME ZONE 'UTC' AS spent_at, spent_on AS spent_at_date
  FROM spent
  UNION ALL
  SELECT 'campaign', id, id, NULL, NULL, channel, actual_cost, currency, 1, launched_at, launched_at_date
  FROM campaign_facts
  WHERE launched_at IS NOT NULL AND actual_cost IS NOT NULL
    AND id NOT IN (SELECT campaign_id FROM marketing_costs WHERE campaign_id IS NOT NULL)) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_spent_at
  ON of_rate_of_currency_by_spent_at.currency = t.currency AND of_rate_of_currency_by_spent_at.met_on = t.spent_at_date) f
WHERE f.spent_at_date >= ? AND f.spent_at_date < ?
  AND f.spent_at < ?
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
-- 2026-04-10T12:00:00Z

SELECT
  date_trunc('month', f.created_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(*) AS leads_created
FROM leads f
WHERE f.created_at_date >= ? AND f.created_at_date < ?
  AND coalesce(f.status, '') NOT IN ('spam', 'test', 'duplicate') AND f.merged_into IS NULL
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
