package crm.report.catalog;

import crm.engine.model.Fact;
import java.util.List;

/** Facts of leads and of what became of them. */
final class LeadFacts {

    /** Which deals came of which lead: the lead says so, or the deal. What a merged lead did counts for the lead left. */
    private static final String DEALS_OF_LEADS = """
        SELECT DISTINCT coalesce(lead.survivor, told.lead_id) AS lead_id, told.deal_id FROM (
                SELECT lead_id, id AS deal_id FROM deal_facts WHERE lead_id IS NOT NULL
                UNION ALL
                SELECT leads.id, coalesce(deal.survivor, converted_deal_id) FROM leads
                LEFT JOIN deal_survivors deal ON deal.id = converted_deal_id
                WHERE converted_deal_id IS NOT NULL) told
            LEFT JOIN lead_survivors lead ON lead.id = told.lead_id\
        """;

    /**
     * Leads with how far they came. A lead that reached a level reached those before it; that it became a deal, or that a
     * deal of it was won, counts even where the lead itself does not say so.
     */
    static final Fact OUTCOMES = new Fact(
            "leads",
            """
            (SELECT l.*, d.deal_id, d.deal_won_at, d.deal_won_at_date,
                epoch(d.deal_won_at) - epoch(l.created_at) AS seconds_to_won,
                d.deal_id IS NOT NULL AS has_deal, d.deal_won_at IS NOT NULL AS has_won,
                l.sql_at IS NOT NULL OR l.lifecycle_level = 'sql' AS is_sql,
                l.sal_at IS NOT NULL OR l.sql_at IS NOT NULL OR coalesce(l.lifecycle_level IN ('sql', 'sal'), false)
                    AS is_sal,
                l.mql_at IS NOT NULL OR l.sal_at IS NOT NULL OR l.sql_at IS NOT NULL
                    OR coalesce(l.lifecycle_level IN ('mql', 'sql', 'sal'), false) AS is_mql
              FROM leads l
              LEFT JOIN (
                SELECT pairs.lead_id, min(deal.id) AS deal_id, min(deal.won_at) AS deal_won_at,
                    min(deal.won_at_date) AS deal_won_at_date
                FROM ({pairs}) pairs JOIN deal_facts deal ON deal.id = pairs.deal_id
                GROUP BY pairs.lead_id) d ON d.lead_id = l.id)\
            """.replace("{pairs}", DEALS_OF_LEADS),
            List.of("id"),
            SalesFacts.LEADS.dimensions(),
            List.of(
                    "id",
                    "created_at",
                    "qualified_at",
                    "status",
                    "lifecycle_level",
                    "source",
                    "channel",
                    "campaign_id",
                    "deal_id",
                    "deal_won_at",
                    "owner_id",
                    "team_id"));

    /** Won deals beside the lead that each came of, by when that was captured and where it came from. */
    static final Fact WON_DEALS = new Fact(
            "won deals of leads",
            """
            (SELECT l.id AS lead_id, l.created_at, l.created_at_date, l.status, l.merged_into, l.source, l.medium,
                l.channel, l.campaign_id, l.owner_id, l.team_id, l.given_team_id, l.territory_id, l.region, l.industry,
                l.country, l.lifecycle_level, deal.id, deal.amount, deal.currency, deal.won_at, deal.won_at_date
              FROM ({pairs}) pairs
              JOIN leads l ON l.id = pairs.lead_id
              JOIN deal_facts deal ON deal.id = pairs.deal_id AND deal.status = 'won')\
            """.replace("{pairs}", DEALS_OF_LEADS),
            List.of("id", "lead_id"),
            SalesFacts.LEADS.dimensions(),
            List.of("id", "lead_id", "created_at", "won_at", "amount", "currency", "source", "owner_id"));

    private LeadFacts() {}
}
