SELECT
  date_trunc('month', f.occurred_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  sum(f.points) AS points,
  count(*) AS answers
FROM (SELECT r.* EXCLUDE (team_id, customer_id), r.team_id AS given_team_id,
    coalesce(r.team_id, teams.team_id) AS team_id, coalesce(merged.survivor, r.customer_id) AS customer_id,
    CAST(CASE WHEN kind <> 'nps' THEN score / coalesce(scale, CASE kind WHEN 'csat' THEN 5 ELSE 7 END)
        WHEN score * 10 >= 9 * coalesce(scale, 10) THEN 1
        WHEN score * 10 <= 6 * coalesce(scale, 10) THEN -1 ELSE 0 END AS DECIMAL(18, 9)) AS points
  FROM satisfaction_responses r
  LEFT JOIN merged_customers merged ON merged.id = r.customer_id
  LEFT JOIN user_teams teams ON teams.user_id = r.agent_id AND teams.valid_from <= r.occurred_at
    AND (teams.valid_to IS NULL OR r.occurred_at < teams.valid_to)) f
WHERE f.occurred_at_date >= ? AND f.occurred_at_date < ?
  AND f.kind = 'csat'
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
