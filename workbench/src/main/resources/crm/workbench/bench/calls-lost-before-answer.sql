SELECT {key offered_at agent_id} AS key,
    count(*) FILTER (WHERE abandoned_in IN ('queue', 'ringing') AND waited) AS value,
    count(*) FILTER (WHERE abandoned_in IN ('queue', 'ringing') AND NOT waited) AS short,
    count(*) FILTER (WHERE coalesce(abandoned_in, '') <> 'ivr' AND (abandoned_in IS NULL OR waited)) AS offered
FROM (SELECT *, coalesce(wait_seconds, 5) >= 5 AS waited FROM calls)
WHERE {in offered_at}
GROUP BY key
