package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.CAMPAIGN_NAMES;
import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.PRODUCT_FAMILY;
import static crm.report.catalog.Dimensions.SEGMENT;
import static crm.report.catalog.Dimensions.SOURCE;
import static crm.report.catalog.Dimensions.TERRITORY;
import static crm.report.catalog.Ownership.ownerOf;
import static crm.report.catalog.Ownership.teamOf;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.report.load.Attribution;
import java.util.List;
import java.util.stream.Collectors;

/** Facts of campaigns: themselves, their members, their events, and what is credited to them. */
final class CampaignFacts {

    static final Fact CAMPAIGNS = new Fact(
            "campaigns",
            "campaign_facts",
            List.of("id"),
            List.of(
                    Dimension.of("campaign", "id", CAMPAIGN_NAMES),
                    Dimension.of("type", "type"),
                    CHANNEL,
                    ownerOf("id", "campaigns"),
                    teamOf("id", "campaigns"),
                    Dimension.of("status", "status"),
                    SEGMENT,
                    PRODUCT_FAMILY),
            List.of(
                    "id",
                    "name",
                    "type",
                    "channel",
                    "status",
                    "launched_at",
                    "ended_at",
                    "budget",
                    "actual_cost",
                    "currency",
                    "owner_id",
                    "team_id"));

    static final Fact CAMPAIGN_MEMBERS = new Fact(
            "campaign members",
            "campaign_member_facts",
            List.of("campaign_id", "member_id"),
            List.of(
                    CAMPAIGN,
                    CHANNEL,
                    Dimension.of("type", "campaign_type"),
                    SEGMENT,
                    Dimension.of("responseType", "response_type"),
                    Dimension.of("sourceList", "source_list"),
                    ownerOf("campaign_id", "campaigns"),
                    teamOf("campaign_id", "campaigns")),
            List.of(
                    "campaign_id",
                    "member_id",
                    "delivered_at",
                    "responded_at",
                    "response_type",
                    "channel",
                    "segment",
                    "source_list",
                    "customer_id",
                    "lead_id"));

    /** Campaigns as what purchases are weighed against: by what both have, not by who runs the campaign. */
    static final Fact CAMPAIGN_COSTS = new Fact(
            "campaign costs",
            CAMPAIGNS.table(),
            CAMPAIGNS.key(),
            CAMPAIGNS.dimensions().stream()
                    .filter(CampaignFacts::isOfTheCampaign)
                    .toList(),
            CAMPAIGNS.shown());

    /** Members as what purchases are weighed against. */
    static final Fact CAMPAIGN_AUDIENCE = new Fact(
            "campaign audience",
            CAMPAIGN_MEMBERS.table(),
            CAMPAIGN_MEMBERS.key(),
            CAMPAIGN_MEMBERS.dimensions().stream()
                    .filter(CampaignFacts::isOfTheCampaign)
                    .toList(),
            CAMPAIGN_MEMBERS.shown());

    /** Events of campaigns, each with whether its campaign takes it for a response. */
    static final Fact CAMPAIGN_EVENTS = new Fact(
            "campaign events",
            """
            (SELECT e.* REPLACE (coalesce(e.channel, c.channel) AS channel), c.type AS campaign_type,
                contains(coalesce(c.response_types, '["responded","converted"]'), '"' || e.event_type || '"')
                    AS is_response
              FROM campaign_events e
              LEFT JOIN campaigns c ON c.id = e.campaign_id)""",
            List.of("id"),
            List.of(
                    CAMPAIGN,
                    CHANNEL,
                    Dimension.of("type", "campaign_type"),
                    SEGMENT,
                    Dimension.of("responseType", "event_type"),
                    Dimension.of("sourceList", "source_list")),
            List.of("id", "campaign_id", "member_id", "event_type", "occurred_at", "channel", "segment"));

    static final Fact PURCHASE_CREDITS = new Fact(
            "purchase credits",
            "purchase_credits",
            List.of("deal_id", "campaign_id"),
            List.of(
                    CAMPAIGN,
                    Dimension.of("channel", "campaign_channel"),
                    Dimension.of("type", "campaign_type"),
                    SEGMENT,
                    PRODUCT_FAMILY,
                    Dimension.of("customerType", "customer_type"),
                    CUSTOMER,
                    TERRITORY,
                    ownerOf("deal_id", "deals"),
                    teamOf("deal_id", "deals"),
                    SOURCE),
            List.of(
                    "deal_id",
                    "campaign_id",
                    "model",
                    "credit",
                    "amount",
                    "currency",
                    "won_at",
                    "customer_id",
                    "is_first",
                    "became_customer_at",
                    "owner_id",
                    "team_id"));

    private CampaignFacts() {}

    /** The same under one model, looking back another number of days than usual. */
    static Fact purchaseCredits(String model, int lookbackDays) {
        String shared =
                Attribution.credits(List.of(model), "occurred_at >= won_at - INTERVAL " + lookbackDays + " DAY");
        return new Fact(
                PURCHASE_CREDITS.name(),
                """
                (SELECT deal.* REPLACE (
                    '%s' AS model,
                    CASE WHEN is_given THEN deal.campaign_id ELSE shared.campaign_id END AS campaign_id,
                    campaign.channel AS campaign_channel, campaign.type AS campaign_type, campaign.segment AS segment,
                    coalesce(shared.credit, 1)::DECIMAL(18, 9) AS credit)
                  FROM (SELECT * FROM purchase_credits WHERE model = 'last-touch') deal
                  LEFT JOIN (%s) shared ON shared.deal_id = deal.deal_id AND shared.won_at_date = deal.won_at_date
                  LEFT JOIN campaign_facts campaign
                    ON campaign.id = CASE WHEN is_given THEN deal.campaign_id ELSE shared.campaign_id END)""".formatted(model, shared),
                PURCHASE_CREDITS.key(),
                PURCHASE_CREDITS.dimensions(),
                PURCHASE_CREDITS.shown());
    }

    private static boolean isOfTheCampaign(Dimension dimension) {
        return List.of("campaign", "channel", "type", "segment").contains(dimension.name());
    }

    /** Members with their first event of one of the given types, for questions that name the types themselves. */
    static Fact firstResponses(List<String> types) {
        return new Fact(
                "first responses",
                """
                (SELECT e.campaign_id, e.member_id, min(e.occurred_at) AS responded_at,
                    min(e.occurred_at_date) AS responded_at_date, arg_min(e.event_type, e.occurred_at) AS response_type,
                    arg_min(e.segment, e.occurred_at) AS segment, arg_min(e.source_list, e.occurred_at) AS source_list,
                    coalesce(arg_min(e.channel, e.occurred_at), any_value(c.channel)) AS channel, any_value(c.type) AS type
                  FROM campaign_events e
                  LEFT JOIN campaigns c ON c.id = e.campaign_id
                  WHERE e.event_type IN (%s)
                  GROUP BY e.campaign_id, e.member_id)""".formatted(types.stream().map(type -> "'" + type + "'").collect(Collectors.joining(", "))),
                List.of("campaign_id", "member_id"),
                List.of(
                        CAMPAIGN,
                        CHANNEL,
                        Dimension.of("type", "type"),
                        SEGMENT,
                        Dimension.of("responseType", "response_type"),
                        Dimension.of("sourceList", "source_list")),
                List.of("campaign_id", "member_id", "responded_at", "response_type"));
    }
}
