SELECT
  date_trunc('month', f.handled_at_date)::DATE AS bucket,
  coalesce(f.agent_id, '(none)') AS by_owner,
  sum(f.handle_seconds) AS handle_seconds,
  count(f.handle_seconds) AS handle_seconds_count,
  (quantile_cont(f.handle_seconds, [0.5, 0.9]))[1] AS handle_seconds_median,
  (quantile_cont(f.handle_seconds, [0.5, 0.9]))[2] AS handle_seconds_p90,
  sum(coalesce(f.pure_talk_seconds, 0)) AS talk_seconds_spent,
  count(coalesce(f.pure_talk_seconds, 0)) AS talk_seconds_spent_count,
  (quantile_cont(coalesce(f.pure_talk_seconds, 0), [0.5, 0.9]))[1] AS talk_seconds_spent_median,
  (quantile_cont(coalesce(f.pure_talk_seconds, 0), [0.5, 0.9]))[2] AS talk_seconds_spent_p90,
  sum(coalesce(f.hold_seconds, 0)) AS hold_seconds_spent,
  count(coalesce(f.hold_seconds, 0)) AS hold_seconds_spent_count,
  (quantile_cont(coalesce(f.hold_seconds, 0), [0.5, 0.9]))[1] AS hold_seconds_spent_median,
  (quantile_cont(coalesce(f.hold_seconds, 0), [0.5, 0.9]))[2] AS hold_seconds_spent_p90,
  sum(coalesce(f.wrap_seconds, 0)) AS wrap_seconds_spent,
  count(coalesce(f.wrap_seconds, 0)) AS wrap_seconds_spent_count,
  (quantile_cont(coalesce(f.wrap_seconds, 0), [0.5, 0.9]))[1] AS wrap_seconds_spent_median,
  (quantile_cont(coalesce(f.wrap_seconds, 0), [0.5, 0.9]))[2] AS wrap_seconds_spent_p90
FROM calls f
WHERE f.handled_at_date >= ? AND f.handled_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
