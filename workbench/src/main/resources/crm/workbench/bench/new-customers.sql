SELECT {key started_at owner_id} AS key, count(*) AS value
FROM customer_starts
WHERE {in started_at} AND kind = 'first'
GROUP BY key
