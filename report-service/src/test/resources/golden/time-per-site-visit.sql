SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.landing_page, '(none)') AS by_landingPage,
  sum(f.seconds) AS visit_seconds,
  count(f.seconds) AS visit_seconds_count,
  (quantile_cont(f.seconds, [0.5, 0.9]))[1] AS visit_seconds_median,
  (quantile_cont(f.seconds, [0.5, 0.9]))[2] AS visit_seconds_p90
FROM visits f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_landingPage), (bucket, by_landingPage));
-- 2026-01-01
-- 2026-04-01
