SELECT {key created_at owner_id} AS key, count(*) AS value
FROM leads
WHERE {in created_at} AND coalesce(status, '') NOT IN ('spam', 'test', 'duplicate') AND merged_into IS NULL
GROUP BY key
