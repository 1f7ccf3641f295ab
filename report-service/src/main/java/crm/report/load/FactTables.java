package crm.report.load;

import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.record.RecordKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of a tenant's store: for each record kind its current records and their superseded versions
 * ({@link KindTable}), and the facts that are worked out of several records, listed here.
 *
 * <p>A moment {@code x_at} has beside it {@code x_at_date}, its date in the tenant's time zone.
 */
public final class FactTables {

    /**
     * A deal as it stands, its outcome settled, its owner and team those of the time of that outcome. Closed or due is
     * when it was closed, and of an open deal when it should be; decided is when it was won, and of a deal that was not,
     * when it was closed. Is ordered tells that an order stands in its place.
     */
    public static final Table DEAL_FACTS = table(
            "deal_facts",
            text("id", "title", "status"),
            moments("created_at", "closed_at", "won_at", "expected_close_at", "became_customer_at", "lead_created_at"),
            moments("closed_or_due_at", "decided_at"),
            decimals("amount", "cost", "probability"),
            text("currency", "owner_id", "team_id", "territory_id", "pipeline_id", "stage_id", "source", "medium"),
            text("channel", "campaign_id", "customer_id", "lead_id", "deal_type", "competitor_id", "loss_reason"),
            text("product_family", "forecast_category", "size_band", "customer_type", "custom"),
            reals("cycle_seconds", "lead_cycle_seconds"),
            flags("is_ordered"),
            wholes("position"));

    /**
     * A stretch of time in which nothing about a deal changed; the last one has no end. Stage since is when the deal,
     * being open, entered the stage, the seconds before are those of its earlier visits; the status is how the deal
     * stands now.
     */
    public static final Table DEAL_STATES = table(
            "deal_states",
            text("deal_id", "status"),
            moments("state_from", "state_to", "created_at", "moved_at", "expected_close_at", "stage_since"),
            flags("is_open"),
            reals("stage_seconds_before"),
            decimals("amount", "weighted_amount"),
            text("currency", "owner_id", "team_id", "territory_id", "pipeline_id", "stage_id", "source", "channel"),
            text("campaign_id", "customer_id", "deal_type", "product_family", "forecast_category", "size_band"),
            text("custom"));

    /** A deal that was merged into another, and the one that is left at the end. */
    public static final Table DEAL_SURVIVORS = table("deal_survivors", text("id", "survivor"));

    /** A lead that was merged into another, and the one that is left at the end. */
    public static final Table LEAD_SURVIVORS = table("lead_survivors", text("id", "survivor"));

    /** A contact that was merged into another, and the one that is left at the end. */
    public static final Table CONTACT_SURVIVORS = table("contact_survivors", text("id", "survivor"));

    /** A stretch of time in which a deal was open; a reopened deal has several. */
    public static final Table DEAL_OPENINGS = table(
            "deal_openings",
            text("deal_id"),
            moments("opened_at", "closed_at", "previous_closed_at"),
            text("status", "owner_id", "team_id", "territory_id", "pipeline_id", "source", "product_family"),
            text("size_band"));

    /** All the time a deal has spent in a stage; not left where the deal is still in it. */
    public static final Table STAGE_STAYS = table(
            "stage_stays",
            text("deal_id", "stage_id", "pipeline_id", "status", "owner_id", "team_id", "source", "product_family"),
            moments("left_at", "open_since"),
            reals("total_seconds", "latest_seconds"));

    /** That a customer began to be one ({@code first}), or came back after a year without purchase. */
    public static final Table CUSTOMER_STARTS = table(
            "customer_starts",
            text(
                    "customer_id",
                    "kind",
                    "deal_id",
                    "order_id",
                    "source",
                    "medium",
                    "channel",
                    "campaign_id",
                    "owner_id",
                    "team_id"),
            text("territory_id", "region", "industry", "product_family", "size_band"),
            moments("started_at"));

    /** A campaign and when it was launched: its start, else its first sent event; not if planned or aborted. */
    public static final Table CAMPAIGN_FACTS = table(
            "campaign_facts",
            text("id", "name", "type", "channel", "status", "owner_id", "team_id", "segment", "product_family"),
            text("currency"),
            moments("launched_at", "ended_at", "first_sent_at"),
            decimals("budget", "actual_cost"));

    /**
     * A member of a campaign that something was delivered to or who responded, and when first; given channel is what the
     * events named, channel the campaign's where they named none.
     */
    public static final Table CAMPAIGN_MEMBERS = table(
            "campaign_member_facts",
            text("campaign_id", "member_id", "campaign_type", "channel", "segment", "source_list", "response_type"),
            text("owner_id", "team_id", "customer_id", "lead_id", "given_channel"),
            moments("delivered_at", "responded_at"));

    /**
     * The part of a won deal that a campaign is credited with under a model; the parts of a deal add up to 1. The margin
     * is the amount less the cost, missing where the cost is; is first tells the customer's first won deal, is given that the
     * deal itself names the campaign.
     */
    public static final Table PURCHASE_CREDITS = table(
            "purchase_credits",
            text("model", "deal_id", "campaign_id", "campaign_channel", "campaign_type", "segment", "customer_id"),
            text("customer_type", "owner_id", "team_id", "territory_id", "product_family", "source", "currency"),
            Stream.of(new Column("credit", ColumnType.CREDIT)),
            decimals("amount", "margin"),
            flags("is_first", "is_given"),
            moments("won_at", "became_customer_at"));

    /**
     * That a campaign touched the customer of a won deal, which names no campaign itself, within two years before. A
     * response is more than a click; before lead and deal tells whether it came before their creation.
     */
    public static final Table PURCHASE_TOUCHES = table(
            "purchase_touches",
            text("deal_id", "touch_id", "campaign_id"),
            moments("won_at"),
            Stream.of(new Column("occurred_at", ColumnType.MOMENT)),
            flags("is_response", "is_direct", "is_before_lead", "is_before_deal"));

    /**
     * A stretch of time in which a lead kept its status, from its status history, else from its versions (the first from
     * createdAt on, a changed one from that version's time on); owner, team, source and the like as the lead has them
     * now. Leads merged into another have none.
     */
    public static final Table LEAD_STATES = table(
            "lead_states",
            text("lead_id", "status", "lifecycle_level", "source", "medium", "channel", "campaign_id", "owner_id"),
            text("team_id", "territory_id", "region", "industry", "country"),
            moments("state_from", "state_to"));

    /** Which team a user belonged to, and when. */
    public static final Table USER_TEAMS =
            table("user_teams", text("user_id", "team_id"), moments("valid_from", "valid_to"));

    /** One row: the settings that all rows of this store were made with. Other settings, another store. */
    static final Table STORE_SETTINGS =
            table("store_settings", text("time_zone", "currency", "rules"), wholes("generation"));

    /** The stages of all pipelines. */
    public static final Table STAGES = table(
            "stages",
            text("pipeline_id", "stage_id", "name", "forecast_category"),
            wholes("stage_order"),
            decimals("probability"),
            flags("is_won", "is_lost", "is_unqualified", "is_proposal_stage"));

    private FactTables() {}

    /** Every table of a tenant's store. */
    public static List<Table> all() {
        List<Table> tables = new ArrayList<>();
        RecordKinds.all().forEach(kind -> {
            tables.add(KindTable.of(kind).current());
            tables.add(KindTable.of(kind).history());
        });
        tables.addAll(List.of(
                DEAL_FACTS,
                DEAL_SURVIVORS,
                LEAD_SURVIVORS,
                CONTACT_SURVIVORS,
                DEAL_STATES,
                DEAL_OPENINGS,
                STAGE_STAYS,
                CUSTOMER_STARTS,
                CAMPAIGN_FACTS,
                CAMPAIGN_MEMBERS,
                PURCHASE_CREDITS,
                PURCHASE_TOUCHES,
                USER_TEAMS,
                LEAD_STATES,
                STORE_SETTINGS,
                STAGES));
        tables.addAll(ServiceTables.all());
        tables.addAll(PurchaseTables.all());
        return tables;
    }

    @SafeVarargs
    static Table table(String name, Stream<Column>... columns) {
        return new Table(name, Stream.of(columns).flatMap(each -> each).toList());
    }

    static Stream<Column> text(String... names) {
        return columns(ColumnType.TEXT, names);
    }

    static Stream<Column> decimals(String... names) {
        return columns(ColumnType.DECIMAL, names);
    }

    static Stream<Column> reals(String... names) {
        return columns(ColumnType.REAL, names);
    }

    static Stream<Column> wholes(String... names) {
        return columns(ColumnType.WHOLE, names);
    }

    static Stream<Column> flags(String... names) {
        return columns(ColumnType.FLAG, names);
    }

    static Stream<Column> moments(String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(new Column(name, ColumnType.MOMENT), new Column(name + "_date", ColumnType.DAY)));
    }

    static Stream<Column> columns(ColumnType type, String... names) {
        return Stream.of(names).map(name -> new Column(name, type));
    }
}
