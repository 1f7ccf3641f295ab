SELECT
  date_trunc('month', f.acted_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(DISTINCT f.case_id) AS cases_handled
FROM (SELECT a.id, a.case_id, a.kind, a.acted_at, a.acted_at_date, a.owner_id, a.team_id,
    a.actor_id, a.given_team_id, a.owners_case_id,
    c.status, c.queue_id, c.channel, c.type, c.topic, c.priority, c.severity, c.product_id, c.customer_id,
    c.reason, c.cause, c.complaint_category, c.is_complaint
  FROM (
    SELECT id, case_id, kind, owner_id, team_id, actor_id, given_team_id, owners_case_id,
      acted_at, acted_at_date FROM case_actions
    UNION ALL
    SELECT 'call ' || id, case_id, 'call', agent_id, team_id, agent_id, given_team_id, NULL,
      started_at, started_at_date FROM calls
    WHERE case_id IS NOT NULL AND handled_at IS NOT NULL
      AND coalesce(status, 'done') = 'done') a
  JOIN case_facts c ON c.id = a.case_id) f
WHERE f.acted_at_date >= ? AND f.acted_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.created_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS cases_created
FROM case_facts f
WHERE f.created_at_date >= ? AND f.created_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.resolved_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS cases_resolved
FROM case_facts f
WHERE f.resolved_at_date >= ? AND f.resolved_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.closed_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS cases_closed
FROM case_facts f
WHERE f.closed_at_date >= ? AND f.closed_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) AS cases_open
FROM (SELECT o.case_id, o.opened_at, o.opened_at_date, o.done_at, o.done_at_date,
    c.owner_id, c.team_id, c.received_at,
    c.status, c.queue_id, c.channel, c.type, c.topic, c.priority, c.severity, c.product_id, c.customer_id,
    c.reason, c.cause, c.complaint_category, c.is_complaint
  FROM case_openings o JOIN case_facts c ON c.id = o.case_id) f
WHERE f.opened_at < ?
  AND (f.done_at IS NULL OR f.done_at >= ?)
GROUP BY GROUPING SETS ((), (by_owner));
-- 2026-03-31T22:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  bucket,
  by_owner,
  sum(sign) AS cases_open
FROM (SELECT
  greatest(date_trunc('month', f.opened_at_date)::DATE, ?::DATE) AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  1 AS sign
FROM (SELECT o.case_id, o.opened_at, o.opened_at_date, o.done_at, o.done_at_date,
    c.owner_id, c.team_id, c.received_at,
    c.status, c.queue_id, c.channel, c.type, c.topic, c.priority, c.severity, c.product_id, c.customer_id,
    c.reason, c.cause, c.complaint_category, c.is_complaint
  FROM case_openings o JOIN case_facts c ON c.id = o.case_id) f
WHERE f.opened_at < ?
  AND (f.done_at IS NULL OR f.done_at >= ?)
UNION ALL
SELECT
  date_trunc('month', f.done_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  -1 AS sign
FROM (SELECT o.case_id, o.opened_at, o.opened_at_date, o.done_at, o.done_at_date,
    c.owner_id, c.team_id, c.received_at,
    c.status, c.queue_id, c.channel, c.type, c.topic, c.priority, c.severity, c.product_id, c.customer_id,
    c.reason, c.cause, c.complaint_category, c.is_complaint
  FROM case_openings o JOIN case_facts c ON c.id = o.case_id) f
WHERE f.opened_at < ?
  AND (f.done_at IS NULL OR f.done_at >= ?)
  AND f.done_at < ?) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_owner));
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
