SELECT
  date_trunc('month', f.bought_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(CASE WHEN f.currency = 'EUR' THEN f.margin ELSE CAST(f.margin::DECIMAL(38, 4) * f.rate_of_currency_by_bought_at AS DECIMAL(38, 4)) END) FILTER (WHERE f.margin IS NOT NULL) AS margin_made,
  count(*) FILTER (WHERE f.margin IS NOT NULL AND f.currency <> 'EUR' AND f.rate_of_currency_by_bought_at IS NULL) AS margin_made_unconverted,
  count(*) FILTER (WHERE f.margin IS NOT NULL) AS purchases_with_cost,
  count(*) AS purchases_made
FROM (SELECT t.*, of_rate_of_currency_by_bought_at.rate AS rate_of_currency_by_bought_at
  FROM (SELECT p.*, p.amount - p.cost AS margin, CASE WHEN p.cost IS NOT NULL THEN p.amount END AS amount_with_cost
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
  FROM order_facts) p) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, bought_at_date AS met_on FROM (SELECT p.*, p.amount - p.cost AS margin, CASE WHEN p.cost IS NOT NULL THEN p.amount END AS amount_with_cost
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
  FROM order_facts) p) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_bought_at
  ON of_rate_of_currency_by_bought_at.currency = t.currency AND of_rate_of_currency_by_bought_at.met_on = t.bought_at_date) f
WHERE f.bought_at_date >= ? AND f.bought_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
