package crm.report.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which campaigns a won deal is credited to, under each model: the deal's own campaign where it names one, else what
 * touched its customer in the ninety days before. What touched it earlier is kept for questions that look further back.
 */
final class PurchaseCredits implements Derivation {

    private static final List<String> CHANGED = List.of("""
        CREATE TEMPORARY TABLE new_touches AS
        SELECT coalesce(customer_survivors.survivor, customer_id) AS customer_id,
            coalesce(lead_survivors.survivor, lead_id) AS lead_id
        FROM (
            SELECT customer_id, lead_id FROM campaign_events
            WHERE position > {since} AND event_type IN ('clicked', 'responded', 'converted')
            UNION
            SELECT customer_id, lead_id FROM campaign_events_history
            WHERE superseded_position > {since} AND event_type IN ('clicked', 'responded', 'converted'))
        LEFT JOIN customer_survivors ON customer_survivors.id = customer_id
        LEFT JOIN lead_survivors ON lead_survivors.id = lead_id
        """, """
        CREATE TEMPORARY TABLE touched_leads AS
        WITH touched AS (
            SELECT lead_id AS id FROM new_touches WHERE lead_id IS NOT NULL
            UNION SELECT id FROM changed_leads)
        SELECT id FROM touched UNION SELECT id FROM lead_survivors WHERE survivor IN (SELECT id FROM touched)
        """, """
        INSERT INTO changed_credits
        SELECT id FROM changed_deals
        UNION
        SELECT id FROM deal_facts WHERE status = 'won' AND (
            customer_id IN (SELECT id FROM changed_customers)
            OR customer_id IN (SELECT customer_id FROM new_touches WHERE customer_id IS NOT NULL)
            OR lead_id IN (SELECT id FROM touched_leads)
            OR customer_id IN (
                SELECT coalesce(survivor, converted_customer_id)
                FROM leads LEFT JOIN customer_survivors ON customer_survivors.id = converted_customer_id
                WHERE converted_customer_id IS NOT NULL AND leads.id IN (SELECT id FROM touched_leads))
            OR customer_id IN (
                SELECT coalesce(survivor, converted_customer_id)
                FROM leads_history LEFT JOIN customer_survivors ON customer_survivors.id = converted_customer_id
                WHERE converted_customer_id IS NOT NULL
                    AND leads_history.id IN (SELECT id FROM changed_leads)))
        UNION
        SELECT deal_id FROM purchase_credits WHERE campaign_id IN (SELECT id FROM changed_campaigns)
        """, """
        DELETE FROM purchase_credits WHERE deal_id IN (SELECT id FROM changed_credits)
        """, """
        DELETE FROM purchase_touches WHERE deal_id IN (SELECT id FROM changed_credits)
        """);

    private static final List<String> CREDITS = List.of(
            """
            CREATE TEMPORARY TABLE credited_deals AS
            SELECT * FROM deal_facts
            WHERE status = 'won' AND won_at IS NOT NULL AND id IN (SELECT id FROM changed_credits)
            """,
            """
            INSERT INTO purchase_touches BY NAME
            WITH asking AS (
                SELECT id, customer_id, lead_id, won_at, won_at_date, created_at, lead_created_at
                FROM credited_deals WHERE campaign_id IS NULL),
            meant AS (
                SELECT id AS deal_id, customer_id AS customer, NULL AS lead FROM asking
                WHERE customer_id IS NOT NULL
                UNION SELECT asking.id, customer_survivors.id, NULL
                FROM asking JOIN customer_survivors ON survivor = asking.customer_id
                UNION SELECT id, NULL, lead_id FROM asking WHERE lead_id IS NOT NULL
                UNION SELECT asking.id, NULL, leads.id
                FROM leads LEFT JOIN customer_survivors ON customer_survivors.id = converted_customer_id
                JOIN asking ON asking.customer_id = coalesce(survivor, converted_customer_id)
                WHERE converted_customer_id IS NOT NULL),
            persons AS (
                SELECT DISTINCT deal_id, customer, coalesce(survivor, lead) AS lead
                FROM meant LEFT JOIN lead_survivors ON lead_survivors.id = lead),
            touches AS (
                SELECT campaign_events.id, campaign_id, customer_id, coalesce(survivor, lead_id) AS lead_id, occurred_at,
                    event_type, channel
                FROM campaign_events LEFT JOIN lead_survivors ON lead_survivors.id = lead_id
                WHERE event_type IN ('clicked', 'responded', 'converted')),
            touched AS (
                SELECT deal_id, touches.* FROM persons JOIN touches ON touches.customer_id = persons.customer
                UNION
                SELECT deal_id, touches.* FROM persons JOIN touches ON touches.lead_id = persons.lead)
            SELECT deal_id, touched.id AS touch_id, campaign_id, occurred_at, won_at, won_at_date,
                event_type <> 'clicked' AS is_response, channel IS NOT DISTINCT FROM 'direct' AS is_direct,
                coalesce(occurred_at <= lead_created_at, false) AS is_before_lead,
                occurred_at <= created_at AS is_before_deal
            FROM touched JOIN asking ON asking.id = deal_id
            WHERE occurred_at <= won_at AND occurred_at >= won_at - INTERVAL {most} DAY
            ORDER BY won_at, deal_id
            """.replace("{most}", Integer.toString(Attribution.MOST_DAYS)),
            """
            CREATE TEMPORARY TABLE touch_credits AS {credits}
            """.replace(
                            "{credits}",
                            Attribution.credits(
                                    Attribution.models(),
                                    "deal_id IN (SELECT id FROM changed_credits) AND occurred_at >= won_at - INTERVAL %d DAY"
                                            .formatted(Attribution.USUAL_DAYS))),
            """
            INSERT INTO purchase_credits BY NAME
            WITH models AS (
                SELECT unnest([{models}]) AS model),
            credits AS (
                SELECT deal_id, model, campaign_id, credit FROM touch_credits
                UNION ALL
                SELECT id, model, campaign_id, 1 FROM credited_deals CROSS JOIN models
                WHERE (id, model) NOT IN (SELECT (deal_id, model) FROM touch_credits)),
            firsts AS (
                SELECT id FROM deal_facts
                WHERE status = 'won' AND customer_id IN (SELECT customer_id FROM credited_deals)
                QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY won_at, id) = 1)
            SELECT model, deal_id, credits.campaign_id, campaign.channel AS campaign_channel,
                campaign.type AS campaign_type, campaign.segment, deal.customer_id, deal.customer_type,
                deal.owner_id, deal.team_id, deal.territory_id, deal.product_family, deal.source, deal.currency,
                CAST(credit AS DECIMAL(18, 9)) AS credit, deal.amount, deal.amount - deal.cost AS margin,
                deal.id IN (SELECT id FROM firsts) AS is_first, deal.campaign_id IS NOT NULL AS is_given,
                deal.won_at, deal.won_at_date, deal.became_customer_at, deal.became_customer_at_date
            FROM credits
            JOIN credited_deals deal ON deal.id = credits.deal_id
            LEFT JOIN campaign_facts campaign ON campaign.id = credits.campaign_id
            ORDER BY model, deal.won_at, deal_id
            """.replace(
                            "{models}",
                            Attribution.models().stream()
                                    .map(model -> "'" + model + "'")
                                    .collect(Collectors.joining(", "))));

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "purchase_touches", Set.of("campaign_events", "leads", "lead_survivors", "customers"),
                "purchase_credits", Set.of("deal_facts", "purchase_touches", "campaign_facts"));
    }

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
