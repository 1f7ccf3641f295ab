SELECT
  date_trunc('month', f.decided_at_date)::DATE AS bucket,
  coalesce(f.kind, '(none)') AS by_targetType,
  count(*) FILTER (WHERE f.is_met) AS targets_met,
  count(*) AS targets_decided
FROM (SELECT t.id, t.case_id, t.kind, t.started_at, t.started_at_date, t.due_at, t.fulfilled_at,
    coalesce(t.fulfilled_at <= t.due_at, FALSE) AS is_met,
    least(t.fulfilled_at, t.due_at) AS decided_at,
    least(t.fulfilled_at_date, t.due_at_date) AS decided_at_date,
    greatest(t.started_at, least(t.fulfilled_at, t.due_at, t.cancelled_at)) AS ended_at,
    greatest(t.started_at_date, least(t.fulfilled_at_date, t.due_at_date, t.cancelled_at_date))
      AS ended_at_date,
    coalesce(t.cancelled_at <= least(t.fulfilled_at, t.due_at), FALSE) AS is_cancelled,
    coalesce(t.policy_id, c.sla_policy_id) AS policy_id,
    coalesce(t.agent_id, c.owner_id) AS owner_id,
    t.agent_id AS actor_id, t.team_id AS given_team_id,
    CASE WHEN t.agent_id IS NULL THEN t.case_id END AS owners_case_id,
    coalesce(t.team_id, CASE WHEN t.agent_id IS NULL THEN c.team_id ELSE teams.team_id END) AS team_id,
    c.priority, c.queue_id, c.channel, c.product_id, c.customer_id, c.contract_id
  FROM sla_targets t
  LEFT JOIN case_facts c ON c.id = t.case_id
  LEFT JOIN user_teams teams ON teams.user_id = t.agent_id
    AND teams.valid_from <= least(t.fulfilled_at, t.due_at)
    AND (teams.valid_to IS NULL OR least(t.fulfilled_at, t.due_at) < teams.valid_to)
  WHERE t.case_id NOT IN (SELECT id FROM cases WHERE merged_into IS NOT NULL OR is_internal)) f
WHERE f.decided_at_date >= ? AND f.decided_at_date < ?
  AND NOT f.is_cancelled AND f.decided_at < ?
GROUP BY GROUPING SETS ((), (bucket), (by_targetType), (bucket, by_targetType));
-- 2026-01-01
-- 2026-04-01
-- 2026-04-10T12:00:00Z

SELECT
  coalesce(f.kind, '(none)') AS by_targetType,
  count(*) AS targets_active
FROM (SELECT t.id, t.case_id, t.kind, t.started_at, t.started_at_date, t.due_at, t.fulfilled_at,
    coalesce(t.fulfilled_at <= t.due_at, FALSE) AS is_met,
    least(t.fulfilled_at, t.due_at) AS decided_at,
    least(t.fulfilled_at_date, t.due_at_date) AS decided_at_date,
    greatest(t.started_at, least(t.fulfilled_at, t.due_at, t.cancelled_at)) AS ended_at,
    greatest(t.started_at_date, least(t.fulfilled_at_date, t.due_at_date, t.cancelled_at_date))
      AS ended_at_date,
    coalesce(t.cancelled_at <= least(t.fulfilled_at, t.due_at), FALSE) AS is_cancelled,
    coalesce(t.policy_id, c.sla_policy_id) AS policy_id,
    coalesce(t.agent_id, c.owner_id) AS owner_id,
    t.agent_id AS actor_id, t.team_id AS given_team_id,
    CASE WHEN t.agent_id IS NULL THEN t.case_id END AS owners_case_id,
    coalesce(t.team_id, CASE WHEN t.agent_id IS NULL THEN c.team_id ELSE teams.team_id END) AS team_id,
    c.priority, c.queue_id, c.channel, c.product_id, c.customer_id, c.contract_id
  FROM sla_targets t
  LEFT JOIN case_facts c ON c.id = t.case_id
  LEFT JOIN user_teams teams ON teams.user_id = t.agent_id
    AND teams.valid_from <= least(t.fulfilled_at, t.due_at)
    AND (teams.valid_to IS NULL OR least(t.fulfilled_at, t.due_at) < teams.valid_to)
  WHERE t.case_id NOT IN (SELECT id FROM cases WHERE merged_into IS NOT NULL OR is_internal)) f
WHERE f.started_at < ?
  AND (f.ended_at IS NULL OR f.ended_at >= ?)
GROUP BY GROUPING SETS ((), (by_targetType));
-- 2026-03-31T22:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  bucket,
  by_targetType,
  sum(sign) AS targets_active
FROM (SELECT
  greatest(date_trunc('month', f.started_at_date)::DATE, ?::DATE) AS bucket,
  coalesce(f.kind, '(none)') AS by_targetType,
  1 AS sign
FROM (SELECT t.id, t.case_id, t.kind, t.started_at, t.started_at_date, t.due_at, t.fulfilled_at,
    coalesce(t.fulfilled_at <= t.due_at, FALSE) AS is_met,
    least(t.fulfilled_at, t.due_at) AS decided_at,
    least(t.fulfilled_at_date, t.due_at_date) AS decided_at_date,
    greatest(t.started_at, least(t.fulfilled_at, t.due_at, t.cancelled_at)) AS ended_at,
    greatest(t.started_at_date, least(t.fulfilled_at_date, t.due_at_date, t.cancelled_at_date))
      AS ended_at_date,
    coalesce(t.cancelled_at <= least(t.fulfilled_at, t.due_at), FALSE) AS is_cancelled,
    coalesce(t.policy_id, c.sla_policy_id) AS policy_id,
    coalesce(t.agent_id, c.owner_id) AS owner_id,
    t.agent_id AS actor_id, t.team_id AS given_team_id,
    CASE WHEN t.agent_id IS NULL THEN t.case_id END AS owners_case_id,
    coalesce(t.team_id, CASE WHEN t.agent_id IS NULL THEN c.team_id ELSE teams.team_id END) AS team_id,
    c.priority, c.queue_id, c.channel, c.product_id, c.customer_id, c.contract_id
  FROM sla_targets t
  LEFT JOIN case_facts c ON c.id = t.case_id
  LEFT JOIN user_teams teams ON teams.user_id = t.agent_id
    AND teams.valid_from <= least(t.fulfilled_at, t.due_at)
    AND (teams.valid_to IS NULL OR least(t.fulfilled_at, t.due_at) < teams.valid_to)
  WHERE t.case_id NOT IN (SELECT id FROM cases WHERE merged_into IS NOT NULL OR is_internal)) f
WHERE f.started_at < ?
  AND (f.ended_at IS NULL OR f.ended_at >= ?)
UNION ALL
SELECT
  date_trunc('month', f.ended_at_date)::DATE AS bucket,
  coalesce(f.kind, '(none)') AS by_targetType,
  -1 AS sign
FROM (SELECT t.id, t.case_id, t.kind, t.started_at, t.started_at_date, t.due_at, t.fulfilled_at,
    coalesce(t.fulfilled_at <= t.due_at, FALSE) AS is_met,
    least(t.fulfilled_at, t.due_at) AS decided_at,
    least(t.fulfilled_at_date, t.due_at_date) AS decided_at_date,
    greatest(t.started_at, least(t.fulfilled_at, t.due_at, t.cancelled_at)) AS ended_at,
    greatest(t.started_at_date, least(t.fulfilled_at_date, t.due_at_date, t.cancelled_at_date))
      AS ended_at_date,
    coalesce(t.cancelled_at <= least(t.fulfilled_at, t.due_at), FALSE) AS is_cancelled,
    coalesce(t.policy_id, c.sla_policy_id) AS policy_id,
    coalesce(t.agent_id, c.owner_id) AS owner_id,
    t.agent_id AS actor_id, t.team_id AS given_team_id,
    CASE WHEN t.agent_id IS NULL THEN t.case_id END AS owners_case_id,
    coalesce(t.team_id, CASE WHEN t.agent_id IS NULL THEN c.team_id ELSE teams.team_id END) AS team_id,
    c.priority, c.queue_id, c.channel, c.product_id, c.customer_id, c.contract_id
  FROM sla_targets t
  LEFT JOIN case_facts c ON c.id = t.case_id
  LEFT JOIN user_teams teams ON teams.user_id = t.agent_id
    AND teams.valid_from <= least(t.fulfilled_at, t.due_at)
    AND (teams.valid_to IS NULL OR least(t.fulfilled_at, t.due_at) < teams.valid_to)
  WHERE t.case_id NOT IN (SELECT id FROM cases WHERE merged_into IS NOT NULL OR is_internal)) f
WHERE f.started_at < ?
  AND (f.ended_at IS NULL OR f.ended_at >= ?)
  AND f.ended_at < ?) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_targetType));
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
