SELECT
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_bought_at AS DECIMAL(38, 4)) END) AS lifetime_revenue,
  count(*) FILTER (WHERE f.currency <> 'EUR' AND f.rate_of_currency_by_bought_at IS NULL) AS lifetime_revenue_unconverted,
  sum(CASE WHEN f.currency = 'EUR' THEN f.margin ELSE CAST(f.margin::DECIMAL(38, 4) * f.rate_of_currency_by_bought_at AS DECIMAL(38, 4)) END) AS lifetime_margin,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount_with_cost ELSE CAST(f.amount_with_cost::DECIMAL(38, 4) * f.rate_of_currency_by_bought_at AS DECIMAL(38, 4)) END) AS lifetime_revenue_with_cost
FROM (SELECT t.*, of_rate_of_currency_by_bought_at.rate AS rate_of_currency_by_bought_at
  FROM (SELECT *, greatest(bought_at, became_customer_at) AS counted_from,
    greatest(bought_at_date, became_customer_at_date) AS counted_from_date,
    amount - cost AS margin, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM (SELECT 'deal' AS purchase_kind, id, id AS deal_id, CAST(NULL AS VARCHAR) AS order_id, won_at AS bought_at, won_at_date AS bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM deal_facts WHERE status = 'won' AND won_at IS NOT NULL AND NOT is_ordered
  UNION ALL
  SELECT 'order', id, deal_id, id, bought_at, bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM order_facts) bought WHERE customer_id IS NOT NULL) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, bought_at_date AS met_on FROM (SELECT *, greatest(bought_at, became_customer_at) AS counted_from,
    greatest(bought_at_date, became_customer_at_date) AS counted_from_date,
    amount - cost AS margin, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM (SELECT 'deal' AS purchase_kind, id, id AS deal_id, CAST(NULL AS VARCHAR) AS order_id, won_at AS bought_at, won_at_date AS bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM deal_facts WHERE status = 'won' AND won_at IS NOT NULL AND NOT is_ordered
  UNION ALL
  SELECT 'order', id, deal_id, id, bought_at, bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM order_facts) bought WHERE customer_id IS NOT NULL) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_bought_at
  ON of_rate_of_currency_by_bought_at.currency = t.currency AND of_rate_of_currency_by_bought_at.met_on = t.bought_at_date) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
WHERE f.counted_from < ?
  AND (f.never IS NULL OR f.never >= ?)
GROUP BY GROUPING SETS ((), (by_owner));
-- 2026-03-31T22:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  bucket,
  by_owner,
  sum(sign * CASE WHEN f.currency = 'EUR' THEN f.amount ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_bought_at AS DECIMAL(38, 4)) END) AS lifetime_revenue,
  sum(sign * CASE WHEN f.currency = 'EUR' THEN f.margin ELSE CAST(f.margin::DECIMAL(38, 4) * f.rate_of_currency_by_bought_at AS DECIMAL(38, 4)) END) AS lifetime_margin,
  sum(sign * CASE WHEN f.currency = 'EUR' THEN f.amount_with_cost ELSE CAST(f.amount_with_cost::DECIMAL(38, 4) * f.rate_of_currency_by_bought_at AS DECIMAL(38, 4)) END) AS lifetime_revenue_with_cost
FROM (SELECT
  greatest(date_trunc('month', f.counted_from_date)::DATE, ?::DATE) AS bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  1 AS sign,
  f.currency,
  f.amount,
  f.rate_of_currency_by_bought_at,
  f.margin,
  f.amount_with_cost
FROM (SELECT t.*, of_rate_of_currency_by_bought_at.rate AS rate_of_currency_by_bought_at
  FROM (SELECT *, greatest(bought_at, became_customer_at) AS counted_from,
    greatest(bought_at_date, became_customer_at_date) AS counted_from_date,
    amount - cost AS margin, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM (SELECT 'deal' AS purchase_kind, id, id AS deal_id, CAST(NULL AS VARCHAR) AS order_id, won_at AS bought_at, won_at_date AS bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM deal_facts WHERE status = 'won' AND won_at IS NOT NULL AND NOT is_ordered
  UNION ALL
  SELECT 'order', id, deal_id, id, bought_at, bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM order_facts) bought WHERE customer_id IS NOT NULL) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, bought_at_date AS met_on FROM (SELECT *, greatest(bought_at, became_customer_at) AS counted_from,
    greatest(bought_at_date, became_customer_at_date) AS counted_from_date,
    amount - cost AS margin, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM (SELECT 'deal' AS purchase_kind, id, id AS deal_id, CAST(NULL AS VARCHAR) AS order_id, won_at AS bought_at, won_at_date AS bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM deal_facts WHERE status = 'won' AND won_at IS NOT NULL AND NOT is_ordered
  UNION ALL
  SELECT 'order', id, deal_id, id, bought_at, bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM order_facts) bought WHERE customer_id IS NOT NULL) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_bought_at
  ON of_rate_of_currency_by_bought_at.currency = t.currency AND of_rate_of_currency_by_bought_at.met_on = t.bought_at_date) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
WHERE f.counted_from < ?
  AND (f.never IS NULL OR f.never >= ?)
UNION ALL
SELECT
  date_trunc('month', f.never_date)::DATE AS bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  -1 AS sign,
  f.currency,
  f.amount,
  f.rate_of_currency_by_bought_at,
  f.margin,
  f.amount_with_cost
FROM (SELECT t.*, of_rate_of_currency_by_bought_at.rate AS rate_of_currency_by_bought_at
  FROM (SELECT *, greatest(bought_at, became_customer_at) AS counted_from,
    greatest(bought_at_date, became_customer_at_date) AS counted_from_date,
    amount - cost AS margin, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM (SELECT 'deal' AS purchase_kind, id, id AS deal_id, CAST(NULL AS VARCHAR) AS order_id, won_at AS bought_at, won_at_date AS bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM deal_facts WHERE status = 'won' AND won_at IS NOT NULL AND NOT is_ordered
  UNION ALL
  SELECT 'order', id, deal_id, id, bought_at, bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM order_facts) bought WHERE customer_id IS NOT NULL) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, bought_at_date AS met_on FROM (SELECT *, greatest(bought_at, became_customer_at) AS counted_from,
    greatest(bought_at_date, became_customer_at_date) AS counted_from_date,
    amount - cost AS margin, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM (SELECT 'deal' AS purchase_kind, id, id AS deal_id, CAST(NULL AS VARCHAR) AS order_id, won_at AS bought_at, won_at_date AS bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM deal_facts WHERE status = 'won' AND won_at IS NOT NULL AND NOT is_ordered
  UNION ALL
  SELECT 'order', id, deal_id, id, bought_at, bought_at_date,
    customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
    campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
    became_customer_at_date
  FROM order_facts) bought WHERE customer_id IS NOT NULL) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_bought_at
  ON of_rate_of_currency_by_bought_at.currency = t.currency AND of_rate_of_currency_by_bought_at.met_on = t.bought_at_date) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
WHERE f.counted_from < ?
  AND (f.never IS NULL OR f.never >= ?)
  AND f.never < ?) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_owner));
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  count(*) AS customers_acquired
FROM (SELECT id AS customer_id, became_customer_at, became_customer_at_date,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM customer_profiles WHERE became_customer_at IS NOT NULL) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
WHERE f.became_customer_at < ?
  AND (f.never IS NULL OR f.never >= ?)
GROUP BY GROUPING SETS ((), (by_owner));
-- 2026-03-31T22:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  bucket,
  by_owner,
  sum(sign) AS customers_acquired
FROM (SELECT
  greatest(date_trunc('month', f.became_customer_at_date)::DATE, ?::DATE) AS bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  1 AS sign
FROM (SELECT id AS customer_id, became_customer_at, became_customer_at_date,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM customer_profiles WHERE became_customer_at IS NOT NULL) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
WHERE f.became_customer_at < ?
  AND (f.never IS NULL OR f.never >= ?)
UNION ALL
SELECT
  date_trunc('month', f.never_date)::DATE AS bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  -1 AS sign
FROM (SELECT id AS customer_id, became_customer_at, became_customer_at_date,
    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
  FROM customer_profiles WHERE became_customer_at IS NOT NULL) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
WHERE f.became_customer_at < ?
  AND (f.never IS NULL OR f.never >= ?)
  AND f.never < ?) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_owner));
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
