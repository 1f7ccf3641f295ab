SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  count(*) AS sales_calls
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
  AND f.direction = 'outbound' AND f.purpose = 'sales' AND coalesce(f.status, '') NOT IN ('scheduled', 'cancelled')
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
