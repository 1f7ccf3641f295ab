SELECT
  date_trunc('month', f.replied_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  sum(f.reply_seconds) AS reply_seconds,
  count(f.reply_seconds) AS reply_seconds_count,
  (quantile_cont(f.reply_seconds, [0.5, 0.9]))[1] AS reply_seconds_median,
  (quantile_cont(f.reply_seconds, [0.5, 0.9]))[2] AS reply_seconds_p90
FROM (SELECT c.*, coalesce(k.first_replied_at, replies.replied_at) AS replied_at,
    coalesce(k.first_replied_at_date, replies.replied_at_date) AS replied_at_date,
    greatest(0, epoch_us(coalesce(k.first_replied_at, replies.replied_at)) - epoch_us(c.created_at)) / 1e6
      AS reply_seconds
  FROM case_facts c
  JOIN cases k ON k.id = c.id
  LEFT JOIN (
    SELECT case_id, min(acted_at) AS replied_at, min(acted_at_date) AS replied_at_date
    FROM case_actions WHERE kind = 'replied' GROUP BY case_id) replies ON replies.case_id = c.id
  WHERE coalesce(k.first_replied_at, replies.replied_at) IS NOT NULL) f
WHERE f.replied_at_date >= ? AND f.replied_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
