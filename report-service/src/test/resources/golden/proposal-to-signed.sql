SELECT
  date_trunc('month', f.sent_at_date)::DATE AS bucket,
  coalesce(f.owner_id, '(none)') AS by_owner,
  count(*) FILTER (WHERE f.is_accepted) AS proposals_accepted,
  count(*) AS proposals_given
FROM (WITH sent AS (
    SELECT t.*, coalesce(number, 'record ' || t.id) AS told_number,
        coalesce(t.currency, (SELECT any_value(currency) FROM store_settings)) AS told_currency,
        accepted_at IS NOT NULL OR coalesce(status, '') = 'accepted' AS is_taken
    FROM proposals t WHERE sent_at IS NOT NULL AND coalesce(status, 'sent') <> 'draft'),
  revisions AS (
    SELECT id, deal_id, customer_id, number, sent_at, sent_at_date, amount, told_currency AS currency,
        owner_id, team_id, territory_id, pipeline_id, product_family, source, is_taken,
        row_number() OVER (PARTITION BY told_number ORDER BY sent_at, id) = 1 AS is_first,
        max(is_taken) OVER (PARTITION BY told_number) AS is_accepted,
        last_value(amount) OVER whole AS latest_amount,
        last_value(told_currency) OVER whole AS latest_currency
    FROM sent
    WINDOW whole AS (PARTITION BY told_number ORDER BY sent_at, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)),
  entries AS (
    SELECT states.*, row_number() OVER (PARTITION BY deal_id ORDER BY state_from) = 1 AS is_entry
    FROM deal_states states
    WHERE EXISTS (SELECT 1 FROM stages stage WHERE is_proposal_stage AND stage.stage_id = states.stage_id
          AND (states.pipeline_id IS NULL OR stage.pipeline_id = states.pipeline_id))
      AND NOT EXISTS (SELECT 1 FROM sent)),
  given AS (
    SELECT * FROM revisions
    UNION ALL BY NAME
    SELECT deal_id AS id, deal_id, customer_id, state_from AS sent_at, state_from_date AS sent_at_date,
        amount, currency, true AS is_first, status = 'won' AS is_taken, status = 'won' AS is_accepted,
        amount AS latest_amount, currency AS latest_currency
    FROM entries WHERE is_entry)
  SELECT given.* REPLACE (
      CASE WHEN given.owner_id IS NOT NULL OR given.team_id IS NOT NULL THEN given.owner_id
          ELSE deal.owner_id END AS owner_id,
      CASE WHEN given.owner_id IS NOT NULL OR given.team_id IS NOT NULL
          THEN coalesce(given.team_id, teams.team_id) ELSE deal.team_id END AS team_id,
      coalesce(given.territory_id, deal.territory_id) AS territory_id,
      coalesce(deal.pipeline_id, given.pipeline_id) AS pipeline_id,
      coalesce(given.product_family, deal.product_family) AS product_family,
      coalesce(given.source, deal.source) AS source,
      coalesce(merged.survivor, given.customer_id, deal.customer_id) AS customer_id)
  FROM given
  LEFT JOIN deal_facts deal ON deal.id = given.deal_id
  LEFT JOIN merged_customers merged ON merged.id = given.customer_id
  LEFT JOIN user_teams teams ON teams.user_id = given.owner_id AND teams.valid_from <= sent_at
    AND (teams.valid_to IS NULL OR sent_at < teams.valid_to)) f
WHERE f.sent_at_date >= ? AND f.sent_at_date < ?
  AND f.is_first
GROUP BY GROUPING SETS ((), (bucket), (by_owner), (bucket, by_owner));
-- 2026-01-01
-- 2026-04-01
