SELECT {key launched_at owner_id} AS key, count(*) AS value
FROM campaign_facts
WHERE {in launched_at}
GROUP BY key
