SELECT
  coalesce(f.stage_id, '(none)') AS by_stage,
  count(*) AS deals_open,
  sum(f.amount) FILTER (WHERE f.currency = ?) AS amount_open,
  sum(f.weighted_amount) FILTER (WHERE f.currency = ?) AS weighted_amount_open,
  sum(epoch_us(f.created_at)) AS created_epochs
FROM deal_states f
WHERE f.state_from < ?
  AND (f.state_to IS NULL OR f.state_to >= ?)
  AND f.is_open
GROUP BY GROUPING SETS ((), (by_stage));
-- EUR
-- EUR
-- 2026-03-31T22:00:00Z
-- 2026-03-31T22:00:00Z

SELECT
  bucket,
  by_stage,
  sum(sign) AS deals_open,
  sum(sign * f.amount) FILTER (WHERE f.currency = ?) AS amount_open,
  sum(sign * f.weighted_amount) FILTER (WHERE f.currency = ?) AS weighted_amount_open,
  sum(sign * epoch_us(f.created_at)) AS created_epochs
FROM (SELECT
  greatest(date_trunc('month', f.state_from_date)::DATE, ?::DATE) AS bucket,
  coalesce(f.stage_id, '(none)') AS by_stage,
  1 AS sign,
  f.amount,
  f.currency,
  f.weighted_amount,
  f.created_at
FROM deal_states f
WHERE f.state_from < ?
  AND (f.state_to IS NULL OR f.state_to >= ?)
  AND f.is_open
UNION ALL
SELECT
  date_trunc('month', f.state_to_date)::DATE AS bucket,
  coalesce(f.stage_id, '(none)') AS by_stage,
  -1 AS sign,
  f.amount,
  f.currency,
  f.weighted_amount,
  f.created_at
FROM deal_states f
WHERE f.state_from < ?
  AND (f.state_to IS NULL OR f.state_to >= ?)
  AND f.is_open
  AND f.state_to < ?) f
GROUP BY GROUPING SETS ((bucket), (bucket, by_stage));
-- EUR
-- EUR
-- 2026-01-01
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
-- 2025-12-31T23:00:00Z
-- 2026-03-31T22:00:00Z
