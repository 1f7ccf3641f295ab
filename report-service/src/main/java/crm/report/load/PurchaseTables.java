package crm.report.load;

import static crm.report.load.FactTables.columns;
import static crm.report.load.FactTables.decimals;
import static crm.report.load.FactTables.moments;
import static crm.report.load.FactTables.table;
import static crm.report.load.FactTables.text;
import static crm.report.load.FactTables.wholes;

import crm.engine.model.Aggregate;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import java.util.List;
import java.util.stream.Stream;

/** The tables of purchases: orders, and what they have in common with won deals. */
public final class PurchaseTables {

    /**
     * An order that was not cancelled. What it does not say, the deal says that it came from. The amount is what it
     * brought: less what was given back of it, nothing where all was given back.
     */
    public static final Table ORDER_FACTS = table(
            "order_facts",
            text("id", "deal_id", "customer_id", "status"),
            moments("bought_at", "became_customer_at"),
            decimals("amount", "cost"),
            text("currency", "owner_id", "team_id", "territory_id", "pipeline_id", "source", "medium", "channel"),
            text("campaign_id", "deal_type", "product_family", "size_band", "customer_type", "lead_id"));

    /** What one unit of a currency is worth in another, from a day on until the next; both ways. */
    public static final Table CURRENCY_RATES = table(
            Aggregate.Money.RATES,
            text("from_currency", "to_currency"),
            Stream.of(new Column("valid_from", ColumnType.DAY), new Column("rate", ColumnType.RATE)));

    /**
     * A line of a purchase; of one without lines the whole. The sale type is the line's or the purchase's own, else told
     * by what the customer had bought before: new_business, cross_sell, up_sell, or repeat.
     */
    public static final Table SALE_LINES = table(
            "sale_lines",
            text(
                    "customer_id",
                    "purchase_kind",
                    "purchase_id",
                    "order_id",
                    "deal_id",
                    "product_id",
                    "product_family",
                    "sale_type",
                    "currency"),
            wholes("line"),
            moments("bought_at"),
            decimals("amount"),
            text("owner_id", "team_id", "territory_id"));

    /**
     * A customer as it is now, and how it began: when, by what first purchase, brought by whom. The cohort is the month
     * of the beginning.
     */
    public static final Table CUSTOMER_PROFILES = table(
            "customer_profiles",
            text("id", "owner_id", "team_id", "territory_id", "region", "industry", "sector", "segment", "size_band"),
            text("source", "campaign_id", "product_family", "cohort"),
            moments("became_customer_at", "first_bought_at"));

    /**
     * A stretch of time in which a customer was active: had a contract in force or, having no contract at all, had bought
     * something within the activity window of that day.
     */
    public static final Table CUSTOMER_ACTIVITY =
            table("customer_activity", text("customer_id"), columns(ColumnType.MOMENT, "active_from", "active_to"));

    /** Customers that were merged, and who they became. */
    public static final Table MERGED_CUSTOMERS = table("merged_customers", text("id", "survivor"));

    private static final String COMMON = """
            customer_id, amount, cost, currency, owner_id, team_id, territory_id, pipeline_id, source, medium, channel,
                campaign_id, deal_type, product_family, size_band, customer_type, lead_id, became_customer_at,
                became_customer_at_date""";

    /** All purchases: orders, and won deals that no order stands for. */
    public static final String PURCHASES = """
            (SELECT 'deal' AS purchase_kind, id, id AS deal_id, CAST(NULL AS VARCHAR) AS order_id, won_at AS bought_at, won_at_date AS bought_at_date,
                {common}
              FROM deal_facts WHERE status = 'won' AND won_at IS NOT NULL AND NOT is_ordered
              UNION ALL
              SELECT 'order', id, deal_id, id, bought_at, bought_at_date,
                {common}
              FROM order_facts)""".replace("{common}", COMMON);

    private PurchaseTables() {}

    static List<Table> all() {
        return List.of(ORDER_FACTS, SALE_LINES, CUSTOMER_PROFILES, CUSTOMER_ACTIVITY, MERGED_CUSTOMERS, CURRENCY_RATES);
    }
}
