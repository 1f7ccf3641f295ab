package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;
import static crm.engine.model.Switch.yesNo;

import crm.engine.model.Condition;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Overlapping;
import crm.engine.model.Unit;
import java.util.List;

/** Metrics of telephone calls that sell. */
public enum SalesCallMetrics implements CatalogueEntry {
    SALES_CALLS_MADE(new Metric(
            "sales-calls-made",
            "Number of sales calls made",
            "Outbound calls with purpose sales that were placed in the period, answered or not.",
            "number of calls",
            "call.startedAt",
            Unit.COUNT,
            true,
            Shape.of(new Single(Sales.CALLS)),
            List.of(
                    yesNo(
                            "connectedOnly",
                            "Whether only calls that were answered count.",
                            shape -> shape.over(measure -> measure.when(new Condition.Either(
                                    List.of(new Condition.Present("answered_at"), is("outcome", "connected")))))),
                    choice(
                            "direction",
                            "Who called whom.",
                            usual("outbound", "We called."),
                            option("inbound", "We were called.", shape -> Sales.direction(shape, "inbound")),
                            option("both", "Either.", shape -> Sales.direction(shape, "inbound", "outbound"))),
                    new Switch.Filter("outcome", "Only calls of this outcome.", "outcome")),
            List.of(
                    "A call and the activity logged for it, which names it in callId or shares its id, count once.",
                    "A call activity without such a call counts when it is done, by when it was done: as outbound where it"
                            + " does not say otherwise, as answered where somebody was interested, not interested or"
                            + " asked to come back.",
                    "Calls that were only scheduled, or cancelled, do not count."),
            List.of("sales-calls"),
            "Call count of each representative, as in Zendesk Sell.")),

    SALES_CALLS_PER_OPPORTUNITY(new Metric(
            "sales-calls-per-opportunity",
            "Number of sales calls per opportunity",
            "Average number of sales calls spent on an opportunity.",
            "sales calls linked to an opportunity / opportunities open at any time in the period",
            "call.startedAt; the open time of opportunities",
            Unit.DECIMAL,
            false,
            Shape.of(
                    new Ratio(OnDeals.CALLS, OnDeals.OPEN_DEALS, "no_opportunities"),
                    new Companion("unlinkedCalls", Unit.COUNT, new Single(Sales.UNLINKED))),
            List.of(choice(
                    "basis",
                    "Which calls and which opportunities.",
                    usual("active", "Calls of the period, and opportunities open at any time in it."),
                    option(
                            "closed",
                            "Opportunities closed in the period, and all calls ever made on them.",
                            shape -> shape.with(
                                    new Ratio(OnDeals.ALL_CALLS, OnDeals.CLOSED_DEALS, "no_opportunities"))))),
            List.of(
                    "Owner, team, pipeline and the like are those of the opportunity.",
                    "Calls without an opportunity are left out and told as unlinkedCalls."),
            List.of("calls-per-opportunity"),
            "A ratio metric with both sides in one period; basis=closed shows superfluous calls."));

    private final Metric metric;

    SalesCallMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over sales calls. */
    private static final class Sales {
        private static final Condition OUTBOUND = is("direction", "outbound");
        private static final Condition OF_SALES = is("purpose", "sales");
        static final Measure CALLS =
                count("sales_calls", CallFacts.SALES_CALLS, new At("started_at"), OUTBOUND, OF_SALES, CallFacts.PLACED);
        static final Measure UNLINKED =
                CALLS.when(new Condition.Absent("deal_id")).named("unlinked_sales_calls");

        static Shape direction(Shape shape, String... directions) {
            return shape.over(measure -> measure.without(OUTBOUND).when(is("direction", directions)));
        }
    }

    /** Measures over sales calls on opportunities, and over those opportunities. */
    private static final class OnDeals {
        static final Measure CALLS = new Measure(
                "calls_on_deals",
                CallFacts.DEAL_CALLS,
                Sales.CALLS.timing(),
                Sales.CALLS.aggregate(),
                Sales.CALLS.conditions());
        static final Measure ALL_CALLS = CALLS.at(new At("closed_at")).named("calls_on_closed_deals");
        static final Measure OPEN_DEALS = count(
                "deals_open_in_period",
                SalesFacts.DEAL_OPENINGS,
                new Overlapping("opened_at", "closed_at", "previous_closed_at"));
        static final Measure CLOSED_DEALS = count("deals_closed", SalesFacts.DEALS, new At("closed_at"));
    }
}
