SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  count(DISTINCT f.callback) AS callbacks_made,
  count(DISTINCT f.callback) FILTER (WHERE f.case_id IS NOT NULL) AS callbacks_on_cases,
  count(DISTINCT f.case_id) AS cases_called_back
FROM (SELECT calls.*, coalesce('request ' || coalesce(calls.callback_request_id, requests.id),
    'call ' || calls.id) AS callback
  FROM calls
  LEFT JOIN cases ON cases.id = calls.case_id
  LEFT JOIN (
    SELECT fulfilled_call_id, min(id) AS id FROM callback_requests
    WHERE fulfilled_call_id IS NOT NULL GROUP BY fulfilled_call_id) requests
    ON requests.fulfilled_call_id = calls.id
  WHERE calls.direction = 'outbound' AND coalesce(calls.status, 'done') = 'done'
    AND (calls.is_callback OR calls.callback_request_id IS NOT NULL OR requests.id IS NOT NULL
      OR calls.in_reply_to_call_id IS NOT NULL
      OR calls.case_id IS NOT NULL
        AND (cases.created_at IS NULL OR cases.created_at < calls.started_at))) f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.requested_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  count(*) AS callbacks_requested,
  count(*) FILTER (WHERE f.done_at IS NOT NULL) AS callbacks_fulfilled,
  count(*) FILTER (WHERE f.is_late AND f.promised_at < ?) AS callbacks_missed,
  sum(f.delay_seconds) AS callback_delay,
  count(f.delay_seconds) AS callback_delay_count,
  (quantile_cont(f.delay_seconds, [0.5, 0.9]))[1] AS callback_delay_median,
  (quantile_cont(f.delay_seconds, [0.5, 0.9]))[2] AS callback_delay_p90
FROM (SELECT r.* EXCLUDE (team_id),
    r.team_id AS given_team_id,
    coalesce(r.team_id, teams.team_id) AS team_id,
    CASE WHEN r.done_at IS NOT NULL
      THEN greatest(0, epoch_us(r.done_at) - epoch_us(r.requested_at)) / 1e6 END AS delay_seconds,
    coalesce(r.done_at > r.promised_at, TRUE)
      AND (r.cancelled_at IS NULL OR r.cancelled_at > r.promised_at) AS is_late
  FROM (
    SELECT requests.*, coalesce(requests.fulfilled_at, told.started_at, naming.started_at) AS done_at
    FROM callback_requests requests
    LEFT JOIN calls told ON told.id = requests.fulfilled_call_id
    LEFT JOIN (
      SELECT callback_request_id, min(started_at) AS started_at FROM calls
      WHERE callback_request_id IS NOT NULL AND direction = 'outbound' AND handled_at IS NOT NULL
        AND coalesce(status, 'done') = 'done'
      GROUP BY callback_request_id) naming ON naming.callback_request_id = requests.id) r
  LEFT JOIN user_teams teams ON teams.user_id = r.agent_id AND teams.valid_from <= r.requested_at
    AND (teams.valid_to IS NULL OR r.requested_at < teams.valid_to)) f
WHERE f.requested_at_date >= ? AND f.requested_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-04-10T12:00:00Z
-- 2026-01-01
-- 2026-04-01
