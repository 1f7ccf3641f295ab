SELECT
  date_trunc('month', f.counted_at_date)::DATE AS bucket,
  coalesce(f.channel, '(none)') AS by_channel,
  sum(CASE WHEN f.currency = 'EUR' THEN f.amount::DECIMAL(38, 4) * f.share ELSE CAST(f.amount::DECIMAL(38, 4) * f.rate_of_currency_by_counted_at AS DECIMAL(38, 4))::DECIMAL(38, 4) * f.share END) AS service_cost,
  count(*) FILTER (WHERE f.currency <> 'EUR' AND f.rate_of_currency_by_counted_at IS NULL) AS service_cost_unconverted,
  count(*) AS service_costs_known
FROM (SELECT t.*, of_rate_of_currency_by_counted_at.rate AS rate_of_currency_by_counted_at
  FROM (WITH rates AS (
    SELECT id AS user_id, hourly_cost, currency, lead(version) OVER each AS valid_to,
        CASE WHEN row_number() OVER each = 1 THEN TIMESTAMP '0001-01-01' ELSE version END AS valid_from
    FROM (
      SELECT id, version, position, hourly_cost, currency FROM users
      UNION ALL
      SELECT id, version, position, hourly_cost, currency FROM users_history
      WHERE NOT deleted AND id IN (SELECT id FROM users))
    WINDOW each AS (PARTITION BY id ORDER BY version, position)),
handled AS (
    SELECT i.* EXCLUDE (team_id, customer_id, cost, currency),
        i.team_id AS given_team_id, coalesce(i.team_id, teams.team_id) AS team_id,
        coalesce(merged.survivor, i.customer_id) AS customer_id,
        CAST(coalesce(i.cost, rates.hourly_cost / 60 * coalesce(i.minutes,
            CASE WHEN i.started_at < i.ended_at THEN (epoch_us(i.ended_at) - epoch_us(i.started_at)) / 6e7
                WHEN i.started_at IS NOT NULL THEN 0 END)) AS DECIMAL(18, 4)) AS amount,
        coalesce(CASE WHEN i.cost IS NULL THEN rates.currency ELSE i.currency END, home.currency) AS currency
    FROM service_interactions i
    CROSS JOIN (SELECT any_value(currency) AS currency FROM store_settings) home
    LEFT JOIN merged_customers merged ON merged.id = i.customer_id
    LEFT JOIN rates ON rates.user_id = i.agent_id AND rates.valid_from <= i.ended_at
      AND (rates.valid_to IS NULL OR i.ended_at < rates.valid_to)
    LEFT JOIN user_teams teams ON teams.user_id = i.agent_id AND teams.valid_from <= i.ended_at
      AND (teams.valid_to IS NULL OR i.ended_at < teams.valid_to)),
days AS (
    SELECT c.id, c.team_id, c.amount, coalesce(c.currency, home.currency) AS currency,
        date_diff('day', c."from", c."to") + 1 AS days,
        CAST(unnest(generate_series(c."from"::TIMESTAMP, c."to"::TIMESTAMP, INTERVAL 1 DAY)) AS DATE) AS day,
        home.time_zone
    FROM service_costs c
    CROSS JOIN (SELECT any_value(currency) AS currency, any_value(time_zone) AS time_zone
      FROM store_settings) home)
  SELECT 'direct' AS kind, NULL AS cost_id, id AS interaction_id, ended_at AS counted_at,
    ended_at_date AS counted_at_date, amount, 1::DECIMAL(18, 9) AS share, currency,
    channel, queue_id, team_id, given_team_id, agent_id, topic, product_id, case_id, customer_id
  FROM handled
  UNION ALL
  SELECT CASE WHEN handled.id IS NULL THEN 'unshared' ELSE 'shared' END, days.id, handled.id,
    coalesce(handled.ended_at, (day::TIMESTAMP AT TIME ZONE days.time_zone) AT TIME ZONE 'UTC'), day,
    days.amount, CAST(1 / (days * greatest(1, count(handled.id) OVER (PARTITION BY days.id, day)))
      AS DECIMAL(18, 9)), days.currency,
    channel, queue_id, coalesce(handled.team_id, days.team_id),
    CASE WHEN handled.id IS NULL THEN days.team_id ELSE given_team_id END,
    agent_id, topic, product_id, case_id, customer_id
  FROM days
  LEFT JOIN handled ON handled.ended_at_date = day
    AND (days.team_id IS NULL OR days.team_id = handled.team_id)) t
  LEFT JOIN (
    SELECT met.currency, met.met_on, rates.rate
    FROM (SELECT DISTINCT currency AS currency, counted_at_date AS met_on FROM (WITH rates AS (
    SELECT id AS user_id, hourly_cost, currency, lead(version) OVER each AS valid_to,
        CASE WHEN row_number() OVER each = 1 THEN TIMESTAMP '0001-01-01' ELSE version END AS valid_from
    FROM (
      SELECT id, version, position, hourly_cost, currency FROM users
      UNION ALL
      SELECT id, version, position, hourly_cost, currency FROM users_history
      WHERE NOT deleted AND id IN (SELECT id FROM users))
    WINDOW each AS (PARTITION BY id ORDER BY version, position)),
handled AS (
    SELECT i.* EXCLUDE (team_id, customer_id, cost, currency),
        i.team_id AS given_team_id, coalesce(i.team_id, teams.team_id) AS team_id,
        coalesce(merged.survivor, i.customer_id) AS customer_id,
        CAST(coalesce(i.cost, rates.hourly_cost / 60 * coalesce(i.minutes,
            CASE WHEN i.started_at < i.ended_at THEN (epoch_us(i.ended_at) - epoch_us(i.started_at)) / 6e7
                WHEN i.started_at IS NOT NULL THEN 0 END)) AS DECIMAL(18, 4)) AS amount,
        coalesce(CASE WHEN i.cost IS NULL THEN rates.currency ELSE i.currency END, home.currency) AS currency
    FROM service_interactions i
    CROSS JOIN (SELECT any_value(currency) AS currency FROM store_settings) home
    LEFT JOIN merged_customers merged ON merged.id = i.customer_id
    LEFT JOIN rates ON rates.user_id = i.agent_id AND rates.valid_from <= i.ended_at
      AND (rates.valid_to IS NULL OR i.ended_at < rates.valid_to)
    LEFT JOIN user_teams teams ON teams.user_id = i.agent_id AND teams.valid_from <= i.ended_at
      AND (teams.valid_to IS NULL OR i.ended_at < teams.valid_to)),
days AS (
    SELECT c.id, c.team_id, c.amount, coalesce(c.currency, home.currency) AS currency,
        date_diff('day', c."from", c."to") + 1 AS days,
        CAST(unnest(generate_series(c."from"::TIMESTAMP, c."to"::TIMESTAMP, INTERVAL 1 DAY)) AS DATE) AS day,
        home.time_zone
    FROM service_costs c
    CROSS JOIN (SELECT any_value(currency) AS currency, any_value(time_zone) AS time_zone
      FROM store_settings) home)
  SELECT 'direct' AS kind, NULL AS cost_id, id AS interaction_id, ended_at AS counted_at,
    ended_at_date AS counted_at_date, amount, 1::DECIMAL(18, 9) AS share, currency,
    channel, queue_id, team_id, given_team_id, agent_id, topic, product_id, case_id, customer_id
  FROM handled
  UNION ALL
  SELECT CASE WHEN handled.id IS NULL THEN 'unshared' ELSE 'shared' END, days.id, handled.id,
    coalesce(handled.ended_at, (day::TIMESTAMP AT TIME ZONE days.time_zone) AT TIME ZONE 'UTC'), day,
    days.amount, CAST(1 / (days * greatest(1, count(handled.id) OVER (PARTITION BY days.id, day)))
      AS DECIMAL(18, 9)), days.currency,
    channel, queue_id, coalesce(handled.team_id, days.team_id),
    CASE WHEN handled.id IS NULL THEN days.team_id ELSE given_team_id END,
    agent_id, topic, product_id, case_id, customer_id
  FROM days
  LEFT JOIN handled ON handled.ended_at_date = day
    AND (days.team_id IS NULL OR days.team_id = handled.team_id)) t WHERE currency <> 'EUR') met
    ASOF JOIN (SELECT * FROM currency_rates WHERE to_currency = 'EUR') rates
      ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_rate_of_currency_by_counted_at
  ON of_rate_of_currency_by_counted_at.currency = t.currency AND of_rate_of_currency_by_counted_at.met_on = t.counted_at_date) f
WHERE f.counted_at_date >= ? AND f.counted_at_date < ?
  AND f.amount IS NOT NULL AND (f.kind IN ('direct', 'shared') OR f.counted_at < ?)
GROUP BY GROUPING SETS ((), (bucket), (by_channel), (bucket, by_channel));
-- 2026-01-01
-- 2026-04-01
-- 2026-04-10T12:00:00Z

SELECT
  date_trunc('month', f.ended_at_date)::DATE AS bucket,
  coalesce(f.channel, '(none)') AS by_channel,
  count(*) AS interactions,
  count(*) FILTER (WHERE f.has_cost) AS interactions_with_cost
FROM (WITH rates AS (
    SELECT id AS user_id, hourly_cost, currency, lead(version) OVER each AS valid_to,
        CASE WHEN row_number() OVER each = 1 THEN TIMESTAMP '0001-01-01' ELSE version END AS valid_from
    FROM (
      SELECT id, version, position, hourly_cost, currency FROM users
      UNION ALL
      SELECT id, version, position, hourly_cost, currency FROM users_history
      WHERE NOT deleted AND id IN (SELECT id FROM users))
    WINDOW each AS (PARTITION BY id ORDER BY version, position)),
handled AS (
    SELECT i.* EXCLUDE (team_id, customer_id, cost, currency),
        i.team_id AS given_team_id, coalesce(i.team_id, teams.team_id) AS team_id,
        coalesce(merged.survivor, i.customer_id) AS customer_id,
        CAST(coalesce(i.cost, rates.hourly_cost / 60 * coalesce(i.minutes,
            CASE WHEN i.started_at < i.ended_at THEN (epoch_us(i.ended_at) - epoch_us(i.started_at)) / 6e7
                WHEN i.started_at IS NOT NULL THEN 0 END)) AS DECIMAL(18, 4)) AS amount,
        coalesce(CASE WHEN i.cost IS NULL THEN rates.currency ELSE i.currency END, home.currency) AS currency
    FROM service_interactions i
    CROSS JOIN (SELECT any_value(currency) AS currency FROM store_settings) home
    LEFT JOIN merged_customers merged ON merged.id = i.customer_id
    LEFT JOIN rates ON rates.user_id = i.agent_id AND rates.valid_from <= i.ended_at
      AND (rates.valid_to IS NULL OR i.ended_at < rates.valid_to)
    LEFT JOIN user_teams teams ON teams.user_id = i.agent_id AND teams.valid_from <= i.ended_at
      AND (teams.valid_to IS NULL OR i.ended_at < teams.valid_to))
SELECT *, amount IS NOT NULL AS has_cost FROM handled) f
WHERE f.ended_at_date >= ? AND f.ended_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_channel), (bucket, by_channel));
-- 2026-01-01
-- 2026-04-01
