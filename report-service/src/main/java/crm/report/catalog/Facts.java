package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.CAMPAIGN_NAMES;
import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.DEAL_TYPE;
import static crm.report.catalog.Dimensions.FORECAST_CATEGORY;
import static crm.report.catalog.Dimensions.HOUR;
import static crm.report.catalog.Dimensions.INDUSTRY_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.MEDIUM;
import static crm.report.catalog.Dimensions.OWNER;
import static crm.report.catalog.Dimensions.PIPELINE;
import static crm.report.catalog.Dimensions.PIPELINE_NAMES;
import static crm.report.catalog.Dimensions.PRODUCT_FAMILY;
import static crm.report.catalog.Dimensions.REGION_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.SECTOR_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.SEGMENT;
import static crm.report.catalog.Dimensions.SIZE_BAND;
import static crm.report.catalog.Dimensions.SOURCE;
import static crm.report.catalog.Dimensions.STAGE;
import static crm.report.catalog.Dimensions.STAGE_NAMES;
import static crm.report.catalog.Dimensions.TEAM;
import static crm.report.catalog.Dimensions.TERRITORY;
import static crm.report.catalog.Dimensions.USERS;
import static crm.report.catalog.Dimensions.WEEKDAY;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Collectors;

/** What can be counted: the tables that the loader fills, as facts with their dimensions. */
final class Facts {

    static final Fact LEADS = new Fact(
            "leads",
            "leads",
            List.of("id"),
            List.of(
                    SOURCE,
                    MEDIUM,
                    CHANNEL,
                    CAMPAIGN,
                    OWNER,
                    TEAM,
                    TERRITORY,
                    Dimension.of("region", "region"),
                    Dimension.of("industry", "industry"),
                    Dimension.of("country", "country"),
                    Dimension.of("status", "status"),
                    Dimension.of("lifecycleLevel", "lifecycle_level")),
            List.of("id", "created_at", "qualified_at", "status", "source", "owner_id", "team_id", "campaign_id"));

    static final Fact LEAD_STATES = new Fact(
            "lead states",
            "lead_states",
            List.of("lead_id"),
            LEADS.dimensions(),
            List.of("lead_id", "status", "state_from", "state_to", "source", "owner_id", "team_id", "campaign_id"));

    static final Fact CUSTOMER_STARTS = new Fact(
            "customer starts",
            "customer_starts",
            List.of("customer_id", "kind"),
            List.of(
                    CUSTOMER,
                    SOURCE,
                    MEDIUM,
                    CHANNEL,
                    CAMPAIGN,
                    OWNER,
                    TEAM,
                    TERRITORY,
                    Dimension.of("region", "region"),
                    Dimension.of("industry", "industry"),
                    PRODUCT_FAMILY,
                    SIZE_BAND),
            List.of("customer_id", "kind", "started_at", "deal_id", "source", "owner_id", "team_id", "campaign_id"));

    static final Fact DEALS = new Fact(
            "deals",
            "deal_facts",
            List.of("id"),
            List.of(
                    OWNER,
                    TEAM,
                    TERRITORY,
                    PIPELINE,
                    STAGE,
                    SOURCE,
                    MEDIUM,
                    CHANNEL,
                    CAMPAIGN,
                    CUSTOMER,
                    DEAL_TYPE,
                    PRODUCT_FAMILY,
                    SIZE_BAND,
                    FORECAST_CATEGORY,
                    Dimension.of("customerType", "customer_type"),
                    Dimension.of("competitor", "competitor_id"),
                    Dimension.of("lossReason", "loss_reason"),
                    Dimension.of("outcome", "status"),
                    REGION_OF_CUSTOMER,
                    INDUSTRY_OF_CUSTOMER,
                    SECTOR_OF_CUSTOMER),
            List.of(
                    "id",
                    "title",
                    "status",
                    "amount",
                    "currency",
                    "created_at",
                    "closed_at",
                    "won_at",
                    "owner_id",
                    "team_id",
                    "pipeline_id",
                    "stage_id",
                    "customer_id",
                    "campaign_id",
                    "source",
                    "deal_type",
                    "cycle_seconds"));

    static final Fact DEAL_STATES = new Fact(
            "deal states",
            "deal_states",
            List.of("deal_id"),
            List.of(
                    STAGE,
                    PIPELINE,
                    OWNER,
                    TEAM,
                    TERRITORY,
                    SOURCE,
                    CHANNEL,
                    CAMPAIGN,
                    CUSTOMER,
                    DEAL_TYPE,
                    PRODUCT_FAMILY,
                    SIZE_BAND,
                    FORECAST_CATEGORY,
                    REGION_OF_CUSTOMER,
                    INDUSTRY_OF_CUSTOMER,
                    SECTOR_OF_CUSTOMER),
            List.of(
                    "deal_id",
                    "state_from",
                    "state_to",
                    "amount",
                    "currency",
                    "weighted_amount",
                    "created_at",
                    "moved_at",
                    "expected_close_at",
                    "owner_id",
                    "team_id",
                    "pipeline_id",
                    "stage_id",
                    "customer_id"));

    static final Fact DEAL_OPENINGS = new Fact(
            "deal openings",
            "deal_openings",
            List.of("deal_id"),
            List.of(
                    OWNER,
                    TEAM,
                    TERRITORY,
                    PIPELINE,
                    SOURCE,
                    PRODUCT_FAMILY,
                    SIZE_BAND,
                    Dimension.of("outcome", "status")),
            List.of("deal_id", "opened_at", "closed_at", "status", "owner_id", "team_id", "pipeline_id"));

    static final Fact STAGE_STAYS = new Fact(
            "stage stays",
            "stage_stays",
            List.of("deal_id", "stage_id"),
            List.of(STAGE, PIPELINE, OWNER, TEAM, SOURCE, PRODUCT_FAMILY, Dimension.of("outcome", "status")),
            List.of(
                    "deal_id",
                    "stage_id",
                    "pipeline_id",
                    "status",
                    "left_at",
                    "total_seconds",
                    "latest_seconds",
                    "owner_id",
                    "team_id"));

    static final Fact CAMPAIGNS = new Fact(
            "campaigns",
            "campaign_facts",
            List.of("id"),
            List.of(
                    Dimension.of("campaign", "id", CAMPAIGN_NAMES),
                    Dimension.of("type", "type"),
                    CHANNEL,
                    OWNER,
                    TEAM,
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
            "campaign_members",
            List.of("campaign_id", "member_id"),
            List.of(
                    CAMPAIGN,
                    CHANNEL,
                    Dimension.of("type", "campaign_type"),
                    SEGMENT,
                    Dimension.of("responseType", "response_type"),
                    Dimension.of("sourceList", "source_list"),
                    OWNER,
                    TEAM),
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
            CAMPAIGNS.dimensions().stream().filter(Facts::isOfTheCampaign).toList(),
            CAMPAIGNS.shown());

    /** Members as what purchases are weighed against. */
    static final Fact CAMPAIGN_AUDIENCE = new Fact(
            "campaign audience",
            CAMPAIGN_MEMBERS.table(),
            CAMPAIGN_MEMBERS.key(),
            CAMPAIGN_MEMBERS.dimensions().stream()
                    .filter(Facts::isOfTheCampaign)
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
                    OWNER,
                    TEAM,
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

    static final Fact CALLS = new Fact(
            "calls",
            "calls",
            List.of("id"),
            List.of(
                    Dimension.of("owner", "agent_id", USERS),
                    TEAM,
                    Dimension.of("queue", "queue_id"),
                    Dimension.of("direction", "direction"),
                    Dimension.of("purpose", "purpose"),
                    Dimension.of("outcome", "outcome"),
                    Dimension.of("topic", "topic"),
                    HOUR,
                    WEEKDAY,
                    SOURCE,
                    CAMPAIGN,
                    Dimension.known("customerKnown", "customer_id"),
                    CUSTOMER,
                    Dimension.through("pipeline", "deal_id", "deal_facts", "pipeline_id", PIPELINE_NAMES),
                    Dimension.through("stage", "deal_id", "deal_facts", "stage_id", STAGE_NAMES),
                    Dimension.through("territory", "deal_id", "deal_facts", "territory_id")),
            List.of(
                    "id",
                    "direction",
                    "purpose",
                    "started_at",
                    "offered_at",
                    "answered_at",
                    "ended_at",
                    "handled_at",
                    "outcome",
                    "abandoned_in",
                    "wait_seconds",
                    "handle_seconds",
                    "agent_id",
                    "team_id",
                    "queue_id",
                    "topic",
                    "customer_id",
                    "deal_id"));

    /** Calls that name a deal, each with what is known of that deal. */
    static final Fact DEAL_CALLS = new Fact(
            "calls on deals",
            """
            (SELECT c.id, c.direction, c.purpose, c.status, c.started_at, c.started_at_date, c.agent_id, c.deal_id,
                c.outcome AS call_outcome, d.status AS deal_status, d.closed_at, d.closed_at_date,
                d.owner_id, d.team_id, d.territory_id, d.pipeline_id, d.source, d.product_family, d.size_band
              FROM calls c
              LEFT JOIN deal_facts d ON d.id = c.deal_id
              WHERE c.deal_id IS NOT NULL)""",
            List.of("id"),
            List.of(
                    OWNER,
                    TEAM,
                    TERRITORY,
                    PIPELINE,
                    SOURCE,
                    PRODUCT_FAMILY,
                    SIZE_BAND,
                    Dimension.of("outcome", "deal_status")),
            List.of("id", "started_at", "agent_id", "deal_id", "call_outcome", "deal_status", "owner_id", "team_id"));

    private Facts() {}

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
