SELECT
  date_trunc('month', f.contacted_at_date)::DATE AS bucket,
  coalesce(f.source, '(none)') AS by_source,
  count(*) FILTER (WHERE f.microseconds_to_next < 604800000001) AS leads_contacted_again,
  count(*) AS leads_contacted
FROM (WITH contacts AS (
    SELECT lead_id, 'call ' || id AS contact, started_at AS contacted_at, started_at_date AS contacted_at_date
    FROM calls WHERE direction = 'outbound' AND coalesce(status, 'done') = 'done'
    UNION ALL
    SELECT coalesce(lead_id, CASE WHEN regarding_type = 'lead' THEN regarding_id END), 'activity ' || id,
      done_at, done_at_date
    FROM activities
    WHERE type IN ('call', 'email', 'text', 'meeting', 'visit') AND coalesce(direction, 'outbound') = 'outbound'
      AND coalesce(status, 'done') = 'done' AND done_at IS NOT NULL
      AND (call_id IS NULL OR call_id NOT IN (SELECT id FROM calls))),
  placed AS (
    SELECT *, row_number() OVER (PARTITION BY lead_id ORDER BY contacted_at, contact) AS place
    FROM contacts WHERE lead_id IS NOT NULL),
  firsts AS (
    SELECT lead_id, min(contacted_at) AS contacted_at, min(contacted_at_date) AS contacted_at_date,
      max(contacted_at) FILTER (place = 2) AS again_at
    FROM placed GROUP BY lead_id)
  SELECT leads.*, contacted_at, contacted_at_date,
    epoch_us(again_at) - epoch_us(contacted_at) AS microseconds_to_next,
    greatest(0, epoch_us(contacted_at) - epoch_us(created_at)) / 1e6 AS seconds_since_creation,
    CASE WHEN assigned_at IS NOT NULL
      THEN greatest(0, epoch_us(contacted_at) - epoch_us(assigned_at)) / 1e6 END AS seconds_since_assignment
  FROM leads JOIN firsts ON firsts.lead_id = leads.id) f
WHERE f.contacted_at_date >= ? AND f.contacted_at_date < ?
  AND coalesce(f.status, '') NOT IN ('spam', 'test', 'duplicate') AND f.merged_into IS NULL
GROUP BY GROUPING SETS ((), (bucket), (by_source), (bucket, by_source));
-- 2026-01-01
-- 2026-04-01
