package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.MEDIUM;
import static crm.report.catalog.Dimensions.PIPELINE;
import static crm.report.catalog.Dimensions.SOURCE;
import static crm.report.catalog.Ownership.ownerOf;
import static crm.report.catalog.Ownership.teamOf;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts that only the extended metrics need. */
final class ExtendedFacts {

    /** Deals with what was measured of them: a score, units and an area. */
    static final Fact MEASURED_DEALS = new Fact(
            "measured deals",
            """
            (SELECT f.*, d.score, d.units, d.unit, CASE WHEN d.area > 0 THEN d.area END AS area
              FROM deal_facts f JOIN deals d ON d.id = f.id)""",
            SalesFacts.DEALS.key(),
            with(SalesFacts.DEALS.dimensions(), Dimension.of("unit", "unit")),
            with(SalesFacts.DEALS.shown(), "score", "units", "area"));

    /** Purchases with their margin, as far as their cost is known. */
    static final Fact MARGINS = new Fact(
            "purchases with margins",
            """
            (SELECT p.*, p.amount - p.cost AS margin, CASE WHEN p.cost IS NOT NULL THEN p.amount END AS amount_with_cost
              FROM %s p)""".formatted(PurchaseFacts.PURCHASES.table()),
            PurchaseFacts.PURCHASES.key(),
            PurchaseFacts.PURCHASES.dimensions(),
            with(PurchaseFacts.PURCHASES.shown(), "cost", "margin"));

    /** Money received, with the deal that it names, or the one that this was merged into. */
    static final Fact PAYMENTS = new Fact(
            "payments",
            """
            (SELECT p.* EXCLUDE (deal_id, customer_id, currency), coalesce(s.survivor, p.deal_id) AS deal_id,
                coalesce(p.currency, home.currency) AS currency,
                coalesce(merged.survivor, p.customer_id, d.customer_id) AS customer_id,
                d.owner_id, d.team_id, d.pipeline_id
              FROM payments p
              CROSS JOIN (SELECT any_value(currency) AS currency FROM store_settings) home
              LEFT JOIN merged_customers merged ON merged.id = p.customer_id
              LEFT JOIN deal_survivors s ON s.id = p.deal_id
              LEFT JOIN deal_facts d ON d.id = coalesce(s.survivor, p.deal_id))""",
            List.of("id"),
            List.of(
                    Dimension.of("paymentForm", "form"),
                    Dimension.of("account", "account"),
                    CUSTOMER,
                    PurchaseFacts.SEGMENT_OF_CUSTOMER,
                    PIPELINE,
                    ownerOf("deal_id", "deals"),
                    teamOf("deal_id", "deals")),
            List.of("id", "paid_at", "amount", "currency", "form", "account", "deal_id", "customer_id"));

    /**
     * What marketing cost, day by day; of a campaign that no marketing cost names, its actual cost on the day of its
     * launch.
     */
    static final Fact MARKETING_COSTS = new Fact(
            "marketing costs",
            """
            (WITH spent AS (
                SELECT c.id, c.campaign_id, c.source, c.medium, coalesce(c.channel, k.channel) AS channel, c.amount,
                    coalesce(c.currency, home.currency) AS currency, home.time_zone,
                    date_diff('day', c.day, coalesce(c.until, c.day)) + 1 AS days,
                    CAST(unnest(generate_series(c.day::TIMESTAMP, coalesce(c.until, c.day)::TIMESTAMP,
                        INTERVAL 1 DAY)) AS DATE) AS spent_on
                FROM marketing_costs c
                CROSS JOIN (SELECT any_value(currency) AS currency, any_value(time_zone) AS time_zone
                  FROM store_settings) home
                LEFT JOIN campaigns k ON k.id = c.campaign_id)
              SELECT 'marketing cost' AS kind, id, campaign_id, source, medium, channel, amount, currency,
                CAST(1 / days AS DECIMAL(18, 9)) AS share,
                (spent_on::TIMESTAMP AT TIME ZONE time_zone) AT TIME ZONE 'UTC' AS spent_at, spent_on AS spent_at_date
              FROM spent
              UNION ALL
              SELECT 'campaign', id, id, NULL, NULL, channel, actual_cost, currency, 1, launched_at, launched_at_date
              FROM campaign_facts
              WHERE launched_at IS NOT NULL AND actual_cost IS NOT NULL
                AND id NOT IN (SELECT campaign_id FROM marketing_costs WHERE campaign_id IS NOT NULL))""",
            List.of("kind", "id", "spent_at_date"),
            List.of(SOURCE, MEDIUM, CHANNEL, CAMPAIGN),
            List.of("kind", "id", "spent_at", "amount", "share", "currency", "campaign_id", "source", "channel"));

    private ExtendedFacts() {}

    @SafeVarargs
    private static <T> List<T> with(List<T> some, T... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
