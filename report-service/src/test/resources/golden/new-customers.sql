SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.customer_id, '(none)') AS by_customer,
  count(*) AS customers_new
FROM customer_starts f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
  AND f.kind = 'first'
GROUP BY GROUPING SETS ((), (bucket), (by_customer), (bucket, by_customer));
-- 2026-01-01
-- 2026-04-01
