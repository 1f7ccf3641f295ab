package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.DEAL_TYPE;
import static crm.report.catalog.Dimensions.FORECAST_CATEGORY;
import static crm.report.catalog.Dimensions.INDUSTRY_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.MEDIUM;
import static crm.report.catalog.Dimensions.OWNER;
import static crm.report.catalog.Dimensions.PIPELINE;
import static crm.report.catalog.Dimensions.PRODUCT_FAMILY;
import static crm.report.catalog.Dimensions.REGION_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.SECTOR_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.SIZE_BAND;
import static crm.report.catalog.Dimensions.SOURCE;
import static crm.report.catalog.Dimensions.STAGE;
import static crm.report.catalog.Dimensions.TERRITORY;
import static crm.report.catalog.Ownership.ownerOf;
import static crm.report.catalog.Ownership.ownerOfStart;
import static crm.report.catalog.Ownership.teamOf;
import static crm.report.catalog.Ownership.teamOfLead;
import static crm.report.catalog.Ownership.teamOfStart;
import static crm.report.catalog.Ownership.teamOfUser;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Band;
import crm.engine.model.Fact;
import java.util.List;

/** Facts of selling: leads, customers and deals, in the ways that they are counted. */
final class SalesFacts {

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
                    teamOfUser("owner_id"),
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
            LEADS.dimensions().stream()
                    .map(each -> each.name().equals("team") ? teamOfLead("lead_id") : each)
                    .toList(),
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
                    ownerOfStart(),
                    teamOfStart(),
                    TERRITORY,
                    Dimension.of("region", "region"),
                    Dimension.of("industry", "industry"),
                    PRODUCT_FAMILY,
                    SIZE_BAND),
            List.of(
                    "customer_id",
                    "kind",
                    "started_at",
                    "deal_id",
                    "order_id",
                    "source",
                    "owner_id",
                    "team_id",
                    "campaign_id"));

    static final Fact DEALS = new Fact(
            "deals",
            "deal_facts",
            List.of("id"),
            List.of(
                    ownerOf("id", "deals"),
                    teamOf("id", "deals"),
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

    private static final List<Band> AGES = List.of(
            new Band("0-30", 0),
            new Band("31-60", 31),
            new Band("61-90", 61),
            new Band("91-180", 91),
            new Band("180+", 181));

    static final Fact DEAL_STATES = new Fact(
            "deal states",
            "deal_states",
            List.of("deal_id"),
            List.of(
                    STAGE,
                    PIPELINE,
                    ownerOf("deal_id", "deals"),
                    teamOf("deal_id", "deals"),
                    TERRITORY,
                    SOURCE,
                    CHANNEL,
                    CAMPAIGN,
                    CUSTOMER,
                    DEAL_TYPE,
                    PRODUCT_FAMILY,
                    SIZE_BAND,
                    FORECAST_CATEGORY,
                    Dimension.aged("ageBand", "created_at", AGES),
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
                    ownerOf("deal_id", "deals"),
                    teamOf("deal_id", "deals"),
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
            List.of(
                    STAGE,
                    PIPELINE,
                    ownerOf("deal_id", "deals"),
                    teamOf("deal_id", "deals"),
                    SOURCE,
                    PRODUCT_FAMILY,
                    Dimension.of("outcome", "status")),
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

    /** Stays that are over, and those of open deals as if they ended at the instant asked about. */
    static final Fact STAYS_SO_FAR =
            new Fact("stage stays so far", """
            (SELECT deal_id, stage_id, pipeline_id, status, owner_id, team_id, source, product_family,
                left_at, left_at AS counted_at, left_at_date AS counted_at_date, total_seconds, latest_seconds
              FROM stage_stays WHERE left_at IS NOT NULL
              UNION ALL
              SELECT deal_id, stage_id, pipeline_id, status, owner_id, team_id, source, product_family,
                NULL, just_before, just_before_date, stage_seconds_before + epoch(instant) - epoch(stage_since),
                epoch(instant) - epoch(stage_since)
              FROM deal_states
              JOIN {instants} ON state_from < instant AND (state_to IS NULL OR state_to >= instant)
              WHERE is_open AND stage_since IS NOT NULL)""", STAGE_STAYS.key(), STAGE_STAYS.dimensions(), STAGE_STAYS.shown());

    private SalesFacts() {}
}
