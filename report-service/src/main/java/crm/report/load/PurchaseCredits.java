package crm.report.load;

import java.util.List;

/**
 * Which campaigns a won deal is credited to, under each model: the deal's own campaign where it names one, else what
 * touched its customer in the ninety days before.
 */
final class PurchaseCredits implements Derivation {

    private static final List<String> CHANGED = List.of("""
            CREATE TEMPORARY TABLE new_touches AS
            SELECT coalesce(survivor, customer_id) AS customer_id, lead_id
            FROM (
                SELECT customer_id, lead_id FROM campaign_events
                WHERE position > {since} AND event_type IN ('clicked', 'responded', 'converted')
                UNION
                SELECT customer_id, lead_id FROM campaign_events_history
                WHERE superseded_position > {since} AND event_type IN ('clicked', 'responded', 'converted'))
            LEFT JOIN customer_survivors ON customer_survivors.id = customer_id
            """, """
            INSERT INTO changed_credits
            SELECT id FROM changed_deals
            UNION
            SELECT id FROM deal_facts WHERE status = 'won' AND (
                customer_id IN (SELECT id FROM changed_customers)
                OR customer_id IN (SELECT customer_id FROM new_touches WHERE customer_id IS NOT NULL)
                OR lead_id IN (SELECT lead_id FROM new_touches WHERE lead_id IS NOT NULL)
                OR customer_id IN (
                    SELECT coalesce(survivor, converted_customer_id)
                    FROM leads LEFT JOIN customer_survivors ON customer_survivors.id = converted_customer_id
                    WHERE converted_customer_id IS NOT NULL AND (
                        leads.id IN (SELECT lead_id FROM new_touches WHERE lead_id IS NOT NULL)
                        OR leads.id IN (SELECT id FROM changed_leads)))
                OR customer_id IN (
                    SELECT coalesce(survivor, converted_customer_id)
                    FROM leads_history LEFT JOIN customer_survivors ON customer_survivors.id = converted_customer_id
                    WHERE converted_customer_id IS NOT NULL
                        AND leads_history.id IN (SELECT id FROM changed_leads)))
            UNION
            SELECT deal_id FROM purchase_credits WHERE campaign_id IN (SELECT id FROM changed_campaigns)
            """, """
            DELETE FROM purchase_credits WHERE deal_id IN (SELECT id FROM changed_credits)
            """);

    private static final List<String> CREDITS = List.of("""
            CREATE TEMPORARY TABLE credited_deals AS
            SELECT * FROM deal_facts
            WHERE status = 'won' AND won_at IS NOT NULL AND id IN (SELECT id FROM changed_credits)
            """, """
            CREATE TEMPORARY TABLE deal_touches AS
            WITH asking AS (SELECT id, customer_id, lead_id, won_at FROM credited_deals WHERE campaign_id IS NULL),
            persons AS (
                SELECT id AS deal_id, won_at, customer_id AS customer, NULL AS lead FROM asking
                WHERE customer_id IS NOT NULL
                UNION SELECT asking.id, won_at, customer_survivors.id, NULL
                FROM asking JOIN customer_survivors ON survivor = asking.customer_id
                UNION SELECT id, won_at, NULL, lead_id FROM asking WHERE lead_id IS NOT NULL
                UNION SELECT asking.id, won_at, NULL, leads.id
                FROM leads LEFT JOIN customer_survivors ON customer_survivors.id = converted_customer_id
                JOIN asking ON asking.customer_id = coalesce(survivor, converted_customer_id)
                WHERE converted_customer_id IS NOT NULL),
            touches AS (
                SELECT id, campaign_id, customer_id, lead_id, occurred_at, event_type, channel
                FROM campaign_events WHERE event_type IN ('clicked', 'responded', 'converted'))
            SELECT deal_id, won_at, touches.* FROM persons JOIN touches ON touches.customer_id = persons.customer
            WHERE occurred_at <= won_at AND occurred_at >= won_at - INTERVAL 90 DAY
            UNION
            SELECT deal_id, won_at, touches.* FROM persons JOIN touches ON touches.lead_id = persons.lead
            WHERE occurred_at <= won_at AND occurred_at >= won_at - INTERVAL 90 DAY
            """, """
            CREATE TEMPORARY TABLE touch_weights AS
            WITH placed AS (
                SELECT *,
                    row_number() OVER (PARTITION BY deal_id ORDER BY occurred_at, id) AS place,
                    count(*) OVER (PARTITION BY deal_id) AS places,
                    max((event_type <> 'clicked', occurred_at, id)) OVER (PARTITION BY deal_id)
                        = (event_type <> 'clicked', occurred_at, id) AND event_type <> 'clicked' AS is_response,
                    max((channel IS DISTINCT FROM 'direct', occurred_at, id)) OVER (PARTITION BY deal_id)
                        = (channel IS DISTINCT FROM 'direct', occurred_at, id) AS is_last_non_direct
                FROM deal_touches),
            turned AS (
                SELECT placed.*,
                    max(place) FILTER (occurred_at <= deal.lead_created_at) OVER (PARTITION BY deal_id) AS lead_place,
                    max(place) FILTER (occurred_at <= deal.created_at) OVER (PARTITION BY deal_id) AS deal_place
                FROM placed JOIN credited_deals deal ON deal.id = deal_id),
            turning AS (
                SELECT *, (place = 1)::INTEGER + coalesce(place = lead_place, false)::INTEGER
                    + coalesce(place = deal_place, false)::INTEGER AS turns
                FROM turned),
            weighed AS (
                SELECT deal_id, campaign_id, unnest([
                    {'model': 'primary', 'weight': CASE WHEN is_response THEN 1.0::DOUBLE ELSE 0 END},
                    {'model': 'first-touch', 'weight': CASE WHEN place = 1 THEN 1.0::DOUBLE ELSE 0 END},
                    {'model': 'last-touch', 'weight': CASE WHEN place = places THEN 1.0::DOUBLE ELSE 0 END},
                    {'model': 'last-non-direct', 'weight': CASE WHEN is_last_non_direct THEN 1.0::DOUBLE ELSE 0 END},
                    {'model': 'linear', 'weight': 1.0::DOUBLE},
                    {'model': 'position-based', 'weight': CASE
                        WHEN places <= 2 THEN 1.0::DOUBLE
                        WHEN place IN (1, places) THEN 0.4 ELSE 0.2 / (places - 2) END},
                    {'model': 'w-shaped', 'weight': CASE WHEN turns > 0 THEN 0.3::DOUBLE * turns
                        ELSE 0.1 / count(*) FILTER (turns = 0) OVER (PARTITION BY deal_id) END},
                    {'model': 'time-decay',
                        'weight': pow(2.0::DOUBLE, -(epoch(won_at) - epoch(occurred_at)) / (7 * 86400))}]) AS each
                FROM turning),
            summed AS (
                SELECT deal_id, campaign_id, each.model AS model, sum(each.weight) AS weight
                FROM weighed WHERE each.weight > 0 GROUP BY ALL),
            shared AS (
                SELECT *, CAST(round(weight / sum(weight) OVER (PARTITION BY deal_id, model), 9)
                    AS DECIMAL(18, 9)) AS share
                FROM summed)
            SELECT deal_id, model, campaign_id,
                share + CASE WHEN row_number() OVER (
                        PARTITION BY deal_id, model ORDER BY share DESC, campaign_id) = 1
                    THEN 1 - sum(share) OVER (PARTITION BY deal_id, model) ELSE 0 END AS credit
            FROM shared
            """, """
            INSERT INTO purchase_credits BY NAME
            WITH models AS (
                SELECT unnest(['primary', 'first-touch', 'last-touch', 'last-non-direct', 'linear', 'position-based',
                    'w-shaped', 'time-decay']) AS model),
            credits AS (
                SELECT deal_id, model, campaign_id, credit FROM touch_weights
                UNION ALL
                SELECT id, model, campaign_id, 1 FROM credited_deals CROSS JOIN models
                WHERE (id, model) NOT IN (SELECT (deal_id, model) FROM touch_weights)),
            firsts AS (
                SELECT id FROM deal_facts
                WHERE status = 'won' AND customer_id IN (SELECT customer_id FROM credited_deals)
                QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY won_at, id) = 1)
            SELECT model, deal_id, credits.campaign_id, campaign.channel AS campaign_channel,
                campaign.type AS campaign_type, campaign.segment, deal.customer_id, deal.customer_type,
                deal.owner_id, deal.team_id, deal.territory_id, deal.product_family, deal.source, deal.currency,
                CAST(credit AS DECIMAL(18, 9)) AS credit, deal.amount, deal.amount - deal.cost AS margin,
                deal.id IN (SELECT id FROM firsts) AS is_first,
                deal.won_at, deal.won_at_date, deal.became_customer_at, deal.became_customer_at_date
            FROM credits
            JOIN credited_deals deal ON deal.id = credits.deal_id
            LEFT JOIN campaign_facts campaign ON campaign.id = credits.campaign_id
            ORDER BY model, deal.won_at, deal_id
            """);

    @Override
    public void derive(Changes changes) {
        for (String statement : CHANGED) {
            changes.run(statement.replace("{since}", Long.toString(changes.since())));
        }
        if (!changes.isEmpty("changed_credits")) {
            CREDITS.forEach(statement -> changes.run(statement));
        }
    }
}
