SELECT
  date_trunc('month', f.responded_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  count(*) AS members_clicking
FROM (SELECT e.campaign_id, e.member_id, min(e.occurred_at) AS responded_at,
    min(e.occurred_at_date) AS responded_at_date, arg_min(e.event_type, e.occurred_at) AS response_type,
    arg_min(e.segment, e.occurred_at) AS segment, arg_min(e.source_list, e.occurred_at) AS source_list,
    coalesce(arg_min(e.channel, e.occurred_at), any_value(c.channel)) AS channel, any_value(c.type) AS type
  FROM campaign_events e
  LEFT JOIN campaigns c ON c.id = e.campaign_id
  WHERE e.event_type IN ('clicked')
  GROUP BY e.campaign_id, e.member_id) f
WHERE f.responded_at_date >= ? AND f.responded_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- 2026-01-01
-- 2026-04-01

SELECT
  date_trunc('month', f.delivered_at_date)::DATE AS bucket,
  coalesce(f.campaign_id, '(none)') AS by_campaign,
  count(*) AS members_delivered
FROM campaign_member_facts f
WHERE f.delivered_at_date >= ? AND f.delivered_at_date < ?
GROUP BY GROUPING SETS ((), (bucket), (by_campaign), (bucket, by_campaign));
-- 2026-01-01
-- 2026-04-01
