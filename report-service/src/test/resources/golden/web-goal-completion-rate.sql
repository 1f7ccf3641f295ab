SELECT
  date_trunc('month', f.started_at_date)::DATE AS bucket,
  coalesce(f.landing_page, '(none)') AS by_landingPage,
  count(*) FILTER (WHERE f.completions >= 1) AS visits_completing,
  count(*) AS visits_started
FROM visits f
WHERE f.started_at_date >= ? AND f.started_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_landingPage), (bucket, by_landingPage));
-- 2026-01-01
-- 2026-04-01
