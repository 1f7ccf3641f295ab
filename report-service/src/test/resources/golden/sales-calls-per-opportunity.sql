SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS calls_on_deals
FROM (SELECT c.id, c.direction, c.purpose, c.status, c.started_at, c.started_at_date, c.agent_id,
    coalesce(d.id, c.deal_id) AS deal_id, c.outcome AS call_outcome, d.status AS deal_status, d.closed_at, d.closed_at_date,
    d.owner_id, d.team_id, d.territory_id, d.pipeline_id, d.source, d.product_family, d.size_band
  FROM (SELECT * FROM calls
  UNION ALL BY NAME
  SELECT 'activity ' || a.id AS id, coalesce(a.direction, 'outbound') AS direction, a.purpose,
    'done' AS status, a.done_at AS started_at, a.done_at_date AS started_at_date,
    a.owner_id AS agent_id, coalesce(a.team_id, teams.team_id) AS team_id, a.team_id AS given_team_id,
    CASE WHEN a.outcome IN ('interested', 'not_interested', 'come_back') THEN 'connected' ELSE a.outcome END
      AS outcome,
    a.customer_id, coalesce(a.deal_id, CASE WHEN a.regarding_type = 'deal' THEN a.regarding_id END) AS deal_id,
    a.campaign_id
  FROM activities a
  LEFT JOIN user_teams teams ON teams.user_id = a.owner_id AND teams.valid_from <= a.done_at
    AND (teams.valid_to IS NULL OR a.done_at < teams.valid_to)
  WHERE a.type = 'call' AND a.done_at IS NOT NULL AND coalesce(a.status, 'done') = 'done'
    AND coalesce(a.call_id, a.id) NOT IN (SELECT id FROM calls)) c
  LEFT JOIN deal_survivors s ON s.id = c.deal_id
  LEFT JOIN deal_facts d ON d.id = coalesce(s.survivor, c.deal_id)
  WHERE c.deal_id IS NOT NULL) f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
  AND f.direction = 'outbound' AND f.purpose = 'sales' AND coalesce(f.status, '') NOT IN ('scheduled', 'cancelled')
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS deals_open_in_period
FROM deal_openings f
WHERE f.opened_at < ?
  AND (f.closed_at IS NULL OR f.closed_at > ? OR f.opened_at >= ?)
  AND (f.previous_closed_at IS NULL OR f.previous_closed_at <= ?)
GROUP BY GROUPING SETS ((), (by_owner));
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2025-12-31T23:00:00Z
-- 2025-12-31T23:00:00Z

SELECT
  bucket,
  by_owner,
  sum(entered) AS deals_open_in_period_entered,
  sum(ended) AS deals_open_in_period_ended,
  sum(repeated) AS deals_open_in_period_repeated
FROM (SELECT
  greatest(date_trunc('month', f.opened_at_date)::DATE, ?::DATE) AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  1 AS entered, 0 AS ended, 0 AS repeated
FROM deal_openings f
WHERE f.opened_at < ?
  AND (f.closed_at IS NULL OR f.closed_at > ? OR f.opened_at >= ?)
UNION ALL
SELECT
  date_trunc('month', (greatest(f.closed_at - INTERVAL 1 MICROSECOND, f.opened_at) + CASE WHEN greatest(f.closed_at - INTERVAL 1 MICROSECOND, f.opened_at) < TIMESTAMP '2025-03-30T01:00' THEN INTERVAL 3600 SECOND WHEN greatest(f.closed_at - INTERVAL 1 MICROSECOND, f.opened_at) < TIMESTAMP '2025-10-26T01:00' THEN INTERVAL 7200 SECOND WHEN greatest(f.closed_at - INTERVAL 1 MICROSECOND, f.opened_at) < TIMESTAMP '2026-03-29T01:00' THEN INTERVAL 3600 SECOND ELSE INTERVAL 7200 SECOND END)::DATE)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  0 AS entered, 1 AS ended, 0 AS repeated
FROM deal_openings f
WHERE f.opened_at < ?
  AND (f.closed_at IS NULL OR f.closed_at > ? OR f.opened_at >= ?)
  AND f.closed_at < ?
UNION ALL
SELECT
  greatest(date_trunc('month', f.opened_at_date)::DATE, ?::DATE) AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  0 AS entered, 0 AS ended, 1 AS repeated
FROM deal_openings f
WHERE f.opened_at < ?
  AND (f.closed_at IS NULL OR f.closed_at > ? OR f.opened_at >= ?)
  AND f.previous_closed_at > ?
  AND date_trunc('month', ((f.previous_closed_at - INTERVAL 1 MICROSECOND) + CASE WHEN (f.previous_closed_at - INTERVAL 1 MICROSECOND) < TIMESTAMP '2025-03-30T01:00' THEN INTERVAL 3600 SECOND WHEN (f.previous_closed_at - INTERVAL 1 MICROSECOND) < TIMESTAMP '2025-10-26T01:00' THEN INTERVAL 7200 SECOND WHEN (f.previous_closed_at - INTERVAL 1 MICROSECOND) < TIMESTAMP '2026-03-29T01:00' THEN INTERVAL 3600 SECOND ELSE INTERVAL 7200 SECOND END)::DATE)::DATE = greatest(date_trunc('month', f.opened_at_date)::DATE, ?::DATE)) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_owner));
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2025-12-31T23:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-01-01

SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  count(*) AS unlinked_sales_calls
FROM (SELECT * FROM calls
  UNION ALL BY NAME
  SELECT 'activity ' || a.id AS id, coalesce(a.direction, 'outbound') AS direction, a.purpose,
    'done' AS status, a.done_at AS started_at, a.done_at_date AS started_at_date,
    a.owner_id AS agent_id, coalesce(a.team_id, teams.team_id) AS team_id, a.team_id AS given_team_id,
    CASE WHEN a.outcome IN ('interested', 'not_interested', 'come_back') THEN 'connected' ELSE a.outcome END
      AS outcome,
    a.customer_id, coalesce(a.deal_id, CASE WHEN a.regarding_type = 'deal' THEN a.regarding_id END) AS deal_id,
    a.campaign_id
  FROM activities a
  LEFT JOIN user_teams teams ON teams.user_id = a.owner_id AND teams.valid_from <= a.done_at
    AND (teams.valid_to IS NULL OR a.done_at < teams.valid_to)
  WHERE a.type = 'call' AND a.done_at IS NOT NULL AND coalesce(a.status, 'done') = 'done'
    AND coalesce(a.call_id, a.id) NOT IN (SELECT id FROM calls)) f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
  AND f.direction = 'outbound' AND f.purpose = 'sales' AND coalesce(f.status, '') NOT IN ('scheduled', 'cancelled') AND f.deal_id IS NULL
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
