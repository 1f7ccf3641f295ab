SELECT {key started_at agent_id} AS key, count(*) AS value
FROM calls
WHERE {in started_at} AND direction = 'outbound' AND purpose = 'sales'
    AND coalesce(status, '') NOT IN ('scheduled', 'cancelled')
GROUP BY key
