package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Condition.isNot;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.money;
import static crm.engine.model.Measure.sum;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Fact;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.List;

/** Further metrics of selling, beyond the list of thirty-five. */
public enum ExtendedSalesMetrics implements CatalogueEntry {
    NUMBER_OF_OPPORTUNITIES(new Metric(
            "number-of-opportunities",
            "Number of opportunities",
            "Opportunities created in the period, whatever became of them.",
            "number of deals",
            "deal.createdAt",
            Unit.COUNT,
            true,
            Shape.of(new Single(count("deals_created", SalesFacts.DEALS, new At("created_at")))),
            List.of(),
            List.of("Deals merged into others do not count."),
            List.of("opportunities-created"),
            "Opportunity dashboard of datapine: number of sales opportunities.")),

    OPPORTUNITY_SCORE(new Metric(
            "opportunity-score",
            "Opportunity score",
            "Average score of the opportunities created in the period.",
            "sum of scores / deals with a score",
            "deal.createdAt",
            Unit.DECIMAL,
            false,
            Shape.of(new Ratio(
                    sum("scores", Deals.FACT, Deals.CREATED, "score", Deals.SCORED),
                    count("deals_scored", Deals.FACT, Deals.CREATED, Deals.SCORED),
                    "no_scored_deals")),
            List.of(),
            List.of("The score is the one that the sender gives; deals without one are left out."),
            List.of("average-opportunity-score"),
            "Opportunity dashboard of datapine: opportunity score.")),

    AVERAGE_CONTRACT_VALUE(new Metric(
            "average-contract-value",
            "Average contract value",
            "What was won in the period by the number of purchases.",
            "amount won / purchases",
            "order.orderedAt, or deal.wonAt of a won deal without order",
            Unit.MONEY,
            false,
            Shape.of(new Ratio(Bought.AMOUNT, Bought.COUNT, "no_purchases")),
            List.of(choice(
                    "basis",
                    "What is a purchase.",
                    usual("purchases", "An order that was not cancelled, and a won deal that no such order names."),
                    option(
                            "deals",
                            "A won deal, whether there are orders or not.",
                            shape -> shape.with(Deals.average())))),
            List.of(
                    "Purchases without an amount divide too.",
                    "Each amount is converted at the rate of its own day; without a rate it is counted in unconverted and"
                            + " never summed."),
            List.of("average-deal-size", "average-purchase-value"),
            "CRM dashboards of datapine: average contract value, average purchase value; ActiveCampaign.")),

    GROSS_MARGIN(new Metric(
            "gross-margin",
            "Gross margin",
            "What purchases of the period brought beyond what they cost.",
            "sum of (amount - cost)",
            "order.orderedAt, or deal.wonAt of a won deal without order",
            Unit.MONEY,
            true,
            Shape.of(new Single(Bought.MARGIN), Bought.coverage()),
            List.of(),
            Bought.RULES,
            List.of("margin"),
            "Profitability by campaign and period, Snov.io.")),

    GROSS_MARGIN_PERCENT(new Metric(
            "gross-margin-percent",
            "Gross margin in percent",
            "Share of the revenue that is left when costs are taken off it.",
            "sum of (amount - cost) / sum of amounts",
            "order.orderedAt, or deal.wonAt of a won deal without order",
            Unit.RATIO,
            false,
            Shape.of(new Ratio(Bought.MARGIN, Bought.REVENUE, "no_revenue"), Bought.coverage()),
            List.of(),
            Bought.RULES,
            List.of("gross-margin-rate"),
            "Profitability by campaign and period, Snov.io.")),

    UNITS_SOLD(new Metric(
            "units-sold",
            "Units sold",
            "Units of the deals won in the period.",
            "sum of units",
            "deal.wonAt",
            Unit.DECIMAL,
            true,
            Shape.of(new Single(Deals.won("units_sold", "units"))),
            List.of(),
            List.of("Deals that name no units bring none."),
            List.of("units"),
            "Sales plan of real estate, GMK: units.")),

    AREA_SOLD(new Metric(
            "area-sold",
            "Area sold",
            "Area of the deals won in the period, in square metres.",
            "sum of areas",
            "deal.wonAt",
            Unit.DECIMAL,
            true,
            Shape.of(new Single(Deals.won("area_sold", "area"))),
            List.of(),
            List.of("Deals that name no area bring none."),
            List.of("area"),
            "Sales plan of real estate, GMK: square metres.")),

    PRICE_PER_AREA(new Metric(
            "price-per-area",
            "Price per square metre",
            "What was won in the period by its area in square metres.",
            "amount won / area",
            "deal.wonAt",
            Unit.MONEY,
            false,
            Shape.of(new Ratio(
                    money(
                            "amount_by_area",
                            Deals.FACT,
                            Deals.WON_AT,
                            "amount",
                            Deals.WON,
                            new Condition.Present("area")),
                    Deals.won("area_sold", "area"),
                    "no_area")),
            List.of(),
            List.of("Deals that name no area are left out of both."),
            List.of("price-per-square-metre"),
            "Sales plan of real estate, GMK: price per square metre.")),

    RECEIPTS(new Metric(
            "receipts",
            "Receipts",
            "Money received in the period, less what was given back.",
            "sum of payments",
            "payment.paidAt",
            Unit.MONEY,
            true,
            Shape.of(new Single(money("money_received", ExtendedFacts.PAYMENTS, new At("paid_at"), "amount"))),
            List.of(),
            List.of("Owner, team and pipeline are those of the deal that a payment names."),
            List.of("payments-received"),
            "Receipts by object, GMK.")),

    PROPOSAL_TO_SIGNED(new Metric(
            "proposal-to-signed",
            "Proposals signed",
            "Share of the proposals first sent in the period that were accepted.",
            "proposals accepted / proposals given",
            "first proposal.sentAt of its number",
            Unit.RATIO,
            false,
            Shapes.besides(ContractMetrics.PROPOSALS_GIVEN.metric(), "acceptanceRate"),
            List.of(),
            ContractMetrics.PROPOSALS_GIVEN.metric().rules(),
            List.of("proposal-acceptance-rate"),
            "Goal progress: proposals to signed contracts.")),

    AVERAGE_TALK_TIME(new Metric(
            "average-talk-time",
            "Average talk time",
            "Average time talked, over the connected calls that began in the period.",
            "sum of talk seconds / connected calls",
            "call.startedAt",
            Unit.SECONDS,
            false,
            Shape.of(new Mean(Calls.TALK, "no_connected_calls")),
            List.of(),
            List.of(
                    "A call is connected when it was answered or its outcome says so.",
                    "Holding and the work after the call are not talking."),
            List.of("talk-time"),
            "Call report of each seller, Snov.io.")),

    MISSED_CALLS(new Metric(
            "missed-calls",
            "Missed calls",
            "Inbound calls that nobody answered.",
            "number of calls",
            "call.startedAt",
            Unit.COUNT,
            true,
            Shape.of(new Single(count(
                    "calls_missed",
                    CallFacts.CALLS,
                    Calls.STARTED,
                    is("direction", "inbound"),
                    new Condition.Absent("answered_at"),
                    isNot("outcome", "connected"),
                    CallFacts.PLACED))),
            List.of(),
            List.of("Voicemail is not an answer."),
            List.of("unanswered-calls"),
            "Call report of each seller, Snov.io.")),

    CALLS_THAT_MOVED_THE_LEAD(new Metric(
            "calls-that-moved-the-lead",
            "Calls that moved the lead",
            "Calls after which the lead rose to another level.",
            "number of calls",
            "call.startedAt",
            Unit.COUNT,
            true,
            Shape.of(new Single(count(
                    "calls_moving",
                    CallFacts.CALLS,
                    Calls.STARTED,
                    new Condition.Present("moved_lifecycle_to"),
                    CallFacts.PLACED))),
            List.of(),
            List.of("The call itself names the level in movedLifecycleTo."),
            List.of("calls-moving-leads"),
            "Call report of each seller, Snov.io: calls that moved leads on."));

    private final Metric metric;

    ExtendedSalesMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    @Override
    public MetricGroup group() {
        return MetricGroup.EXTENDED;
    }

    /** Measures over deals. */
    private static final class Deals {
        static final Fact FACT = ExtendedFacts.MEASURED_DEALS;
        static final At CREATED = new At("created_at");
        static final At WON_AT = new At("won_at");
        static final Condition WON = is("status", "won");
        static final Condition SCORED = new Condition.Present("score");

        static Measure won(String name, String column) {
            return sum(name, FACT, WON_AT, column, WON, new Condition.Present(column));
        }

        static Ratio average() {
            return new Ratio(
                    money("deals_won_amount", SalesFacts.DEALS, WON_AT, "amount", WON),
                    count("deals_won", SalesFacts.DEALS, WON_AT, WON),
                    "no_won_deals");
        }
    }

    /** Measures over purchases. */
    private static final class Bought {
        private static final At BOUGHT_AT = new At("bought_at");
        private static final Condition KNOWN = new Condition.Present("margin");
        static final Measure AMOUNT = money("amount_bought", PurchaseFacts.PURCHASES, BOUGHT_AT, "amount");
        static final Measure COUNT = count("purchases_made", PurchaseFacts.PURCHASES, BOUGHT_AT);
        static final Measure MARGIN = money("margin_made", ExtendedFacts.MARGINS, BOUGHT_AT, "margin", KNOWN);
        static final Measure REVENUE =
                money("revenue_with_cost", ExtendedFacts.MARGINS, BOUGHT_AT, "amount_with_cost", KNOWN);
        static final List<String> RULES = List.of(
                "Purchases are orders that were not cancelled, and won deals that no such order names.",
                "Purchases whose cost nobody knows are left out; costCoverage is the share of the others.");

        static Companion coverage() {
            Measure all = count("purchases_made", ExtendedFacts.MARGINS, BOUGHT_AT);
            return new Companion(
                    "costCoverage",
                    Unit.RATIO,
                    new Ratio(all.when(KNOWN).named("purchases_with_cost"), all, "no_purchases"));
        }
    }

    /** Measures over calls. */
    private static final class Calls {
        static final At STARTED = new At("started_at");
        static final Measure TALK = new Measure(
                "talk_seconds_of_connected",
                CallFacts.CALLS,
                STARTED,
                new Aggregate.Spread(List.of("pure_talk_seconds"), Aggregate.Missing.ZERO),
                List.of(
                        new Condition.Either(List.of(new Condition.Present("answered_at"), is("outcome", "connected"))),
                        CallFacts.PLACED));
    }
}
