SELECT
  bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  count(DISTINCT f.customer_id) FILTER (WHERE f.sale_type = 'cross_sell') AS customers_cross_sell,
  count(DISTINCT (f.customer_id, f.product_id)) FILTER (WHERE f.product_id IS NOT NULL) AS products_bought,
  count(DISTINCT f.customer_id) FILTER (WHERE f.product_id IS NOT NULL) AS customers_buying
FROM (SELECT lines.*, active_from, active_to
  FROM sale_lines lines JOIN customer_activity activity
    ON activity.customer_id = lines.customer_id AND activity.active_from <= lines.bought_at) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
JOIN (VALUES (NULL, TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00'), (DATE '2026-01-01', TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-01-31T23:00'), (DATE '2026-02-01', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-02-28T23:00'), (DATE '2026-03-01', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00')) frame(bucket, first, until, seen_until)
  ON f.bought_at >= frame.first AND f.bought_at < frame.until AND f.active_from <= frame.first AND (f.active_to IS NULL OR f.active_to > frame.first)
GROUP BY GROUPING SETS ((bucket), (bucket, by_owner));

SELECT
  bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  count(*) AS customers_active_at_start
FROM customer_activity f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
JOIN (VALUES (NULL, TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00'), (DATE '2026-01-01', TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-01-31T23:00'), (DATE '2026-02-01', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-02-28T23:00'), (DATE '2026-03-01', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00')) frame(bucket, first, until, seen_until)
  ON f.active_from <= frame.first AND (f.active_to IS NULL OR f.active_to > frame.first)
GROUP BY GROUPING SETS ((bucket), (bucket, by_owner));
