SELECT
  bucket,
  coalesce(customer_profiles_of_customer_id.owner_id, '(none)') AS by_owner,
  count(*) AS customers_retained
FROM (SELECT early.customer_id, early.active_from AS first_from, early.active_to AS first_to,
    late.active_from AS last_from, late.active_to AS last_to
  FROM customer_activity early
  JOIN customer_activity late ON late.customer_id = early.customer_id
    AND late.active_from >= early.active_from) f
LEFT JOIN customer_profiles customer_profiles_of_customer_id ON customer_profiles_of_customer_id.id = f.customer_id
JOIN (VALUES (NULL, TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00'), (DATE '2026-01-01', TIMESTAMP '2025-12-31T23:00', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-01-31T23:00'), (DATE '2026-02-01', TIMESTAMP '2026-01-31T23:00', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-02-28T23:00'), (DATE '2026-03-01', TIMESTAMP '2026-02-28T23:00', TIMESTAMP '2026-03-31T22:00', TIMESTAMP '2026-03-31T22:00')) frame(bucket, first, until, seen_until)
  ON f.first_from <= frame.first AND (f.first_to IS NULL OR f.first_to > frame.first) AND f.last_from < frame.seen_until AND (f.last_to IS NULL OR f.last_to >= frame.seen_until)
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
