SELECT
  date_trunc('month', f.due_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) FILTER (WHERE f.is_renewed) AS contracts_renewed,
  count(*) AS contracts_due,
  count(*) FILTER (WHERE f.pending_until > ?) AS contracts_pending
FROM (WITH valued AS (
    SELECT t.*, recurring_value * CASE coalesce(t.interval, 'year') WHEN 'month' THEN 12 WHEN 'quarter' THEN 4
    WHEN 'week' THEN 52 WHEN 'day' THEN 365 ELSE 1 END AS yearly_value,
        coalesce(currency, (SELECT any_value(currency) FROM store_settings)) AS told_currency
    FROM contracts t),
  renewals AS (
    SELECT due.id, sum(CASE WHEN renewal.told_currency = due.told_currency
        THEN coalesce(renewal.yearly_value, 0) ELSE due.yearly_value END) AS value
    FROM valued due JOIN valued renewal ON renewal.renews_contract_id = due.id
      AND coalesce(renewal.signed_at, renewal.start_at) <= due.end_at + INTERVAL 30 DAY
    WHERE due.cancelled_at IS NULL OR due.cancelled_at >= due.end_at
    GROUP BY due.id)
  SELECT due.* EXCLUDE (currency, told_currency, segment, region, team_id, customer_id, yearly_value),
    told_currency AS currency, end_at AS due_at, end_at_date AS due_at_date,
    coalesce(merged.survivor, due.customer_id) AS customer_id,
    coalesce(due.team_id, teams.team_id) AS team_id,
    coalesce(due.segment, profile.segment) AS segment, coalesce(due.region, profile.region) AS region,
    profile.cohort, profile.industry, CAST(term_months AS VARCHAR) AS term,
    renewals.id IS NOT NULL AS is_renewed,
    CAST(yearly_value AS DECIMAL(18, 4)) AS yearly_value,
    CAST(least(yearly_value, renewals.value) AS DECIMAL(18, 4)) AS renewed_value,
    CASE WHEN renewals.id IS NULL AND (cancelled_at IS NULL OR cancelled_at >= end_at)
        THEN end_at + INTERVAL 30 DAY END AS pending_until
  FROM valued due
  LEFT JOIN renewals ON renewals.id = due.id
  LEFT JOIN merged_customers merged ON merged.id = due.customer_id
  LEFT JOIN customer_profiles profile ON profile.id = coalesce(merged.survivor, due.customer_id)
  LEFT JOIN user_teams teams ON teams.user_id = due.owner_id AND teams.valid_from <= end_at
    AND (teams.valid_to IS NULL OR end_at < teams.valid_to)
  WHERE end_at IS NOT NULL AND coalesce(renewable, true)) f
WHERE f.due_at_date >= ? AND f.due_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-04-10T12:00:00Z
-- 2026-01-01
-- 2026-04-01
