package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.money;
import static crm.engine.model.Measure.spread;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;
import static crm.engine.model.Switch.yesNo;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.MeanAge;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Lasting;
import crm.engine.model.Unit;
import java.util.List;

/** Metrics of the way deals take: how many are open, how long they stay, how long they take. */
public enum DealMetrics implements CatalogueEntry {
    OPEN_OPPORTUNITIES(new Metric(
            "open-opportunities",
            "Number of open opportunities",
            "Opportunities that are open at the end of the period, or of each bucket, but never later than now.",
            "number of deals open at an instant",
            "deal state at the end of the period",
            Unit.COUNT,
            false,
            Shape.of(
                    new Single(Open.DEALS),
                    new Companion("amount", Unit.MONEY, new Single(Open.AMOUNT)),
                    new Companion("weightedAmount", Unit.MONEY, new Single(Open.WEIGHTED)),
                    new Companion(
                            "averageAge", Unit.DAYS, new MeanAge(Open.DEALS, Open.CREATED, "no_open_opportunities"))),
            List.of(
                    new Switch.Number(
                            "stale",
                            "Only deals that have not moved for this many days.",
                            1,
                            3650,
                            days -> shape -> shape.over(measure -> later(measure, "moved_at", days))),
                    yesNo(
                            "overdue",
                            "Whether only deals whose planned close is over are counted.",
                            shape -> shape.over(measure -> later(measure, "expected_close_at", 0)))),
            List.of(
                    "A stock: it must not be summed over buckets.",
                    "Stage, owner, team and amount are those of the instant asked about.",
                    "Amounts in other currencies are converted at the rate of the day on which the deal was created.",
                    "The weighted amount is the amount times the probability, the deal's own or else its stage's."),
            List.of("open-deals"),
            "Non-additive by nature, as MetricFlow's non-additive dimensions.")),

    SALES_STAGE_DURATION(new Metric(
            "sales-stage-duration",
            "Sales stage duration",
            "Average time that deals spent in a stage which they left in the period.",
            "sum of time in the stage / deals that left it",
            "last exit from the stage",
            Unit.DAYS,
            false,
            Shape.of(new Mean(Stays.TOTAL, "no_stage_exits")),
            List.of(
                    choice(
                            "visits",
                            "Which visits to a stage are added up.",
                            usual("cumulative", "All visits of the deal."),
                            option(
                                    "latest",
                                    "The latest visit alone.",
                                    shape -> shape.with(new Mean(Stays.LATEST, "no_stage_exits")))),
                    yesNo(
                            "includeOpen",
                            "Whether the stays of deals that are open at the end of the period, but never later than"
                                    + " now, are added as if they ended there.",
                            shape -> shape.over(Stays::soFar)),
                    Outcomes.only("Only stays of deals with this outcome.")),
            List.of(
                    "Repeated visits to a stage are added up for each deal and decided by the last exit.",
                    "A stage that was skipped has no stay; it is not a stay of no length.",
                    "A deal that is closed leaves its last open stage at that moment."),
            List.of("stage-duration"),
            "HubSpot, stage calculated properties: cumulative and latest time in stage.")),

    SALES_CYCLE_DURATION(new Metric(
            "sales-cycle-duration",
            "Sales cycle duration",
            "Average time from the creation of an opportunity to winning it, over the deals won in the period.",
            "sum of (won - created) / deals won",
            "deal.wonAt; of lost deals deal.closedAt",
            Unit.DAYS,
            false,
            Shape.of(new Mean(Cycles.WON, "no_won_deals")),
            List.of(
                    choice(
                            "start",
                            "Where the cycle begins.",
                            usual("deal", "With the deal."),
                            option(
                                    "lead",
                                    "With the lead that it came from; deals without a known lead are left out.",
                                    shape -> shape.over(
                                            measure -> measure.of(Aggregate.Spread.of("lead_cycle_seconds"))))),
                    choice(
                            "outcome",
                            "Deals of which outcome.",
                            usual("won", "Won deals."),
                            option("lost", "Lost deals.", shape -> Cycles.of(shape, "lost")),
                            option("all", "Won and lost deals.", shape -> Cycles.of(shape, "won", "lost"))),
                    choice(
                            "basis",
                            "Which period decides.",
                            usual("closed", "That of the outcome."),
                            option(
                                    "cohort",
                                    "That of the creation.",
                                    shape -> shape.over(measure -> measure.at(new At("created_at")))))),
            List.of("The cycle of a reopened deal ends with the outcome that stands."),
            List.of("sales-cycle"),
            "Won date less create date, as in HubSpot and Salesforce; cohort form after rekener.com."));

    private final Metric metric;

    DealMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    private static Measure later(Measure measure, String moment, int days) {
        return measure.timing() instanceof Lasting lasting
                ? measure.at(lasting.delayed(new Timing.Delay(moment, days)))
                : measure;
    }

    /** Measures over deals while they are open. */
    private static final class Open {
        private static final Timing WHILE = Lasting.between("state_from", "state_to");
        private static final Condition IS_OPEN = new Condition.IsTrue("is_open");
        static final Measure DEALS = count("deals_open", SalesFacts.DEAL_STATES, WHILE, IS_OPEN);
        static final Measure AMOUNT = asOfCreation("amount_open", "amount");
        static final Measure WEIGHTED = asOfCreation("weighted_amount_open", "weighted_amount");
        static final Measure CREATED = new Measure(
                "created_epochs",
                SalesFacts.DEAL_STATES,
                WHILE,
                new Aggregate.EpochSum("created_at"),
                List.of(IS_OPEN));

        /** Money at the rate of the day on which the deal was created: it has no other day of its own yet. */
        private static Measure asOfCreation(String name, String column) {
            return money(name, SalesFacts.DEAL_STATES, WHILE, column, IS_OPEN)
                    .of(new Aggregate.Money(column, "currency", "created_at"));
        }
    }

    /** Measures over stays in stages. */
    private static final class Stays {
        static final Measure TOTAL = spread("stay_seconds", SalesFacts.STAGE_STAYS, new At("left_at"), "total_seconds");
        static final Measure LATEST =
                spread("latest_stay_seconds", SalesFacts.STAGE_STAYS, new At("left_at"), "latest_seconds");

        static Measure soFar(Measure over) {
            return over.named(over.name() + "_so_far")
                    .on(SalesFacts.STAYS_SO_FAR)
                    .at(new At("counted_at"));
        }
    }

    /** Measures over the length of cycles. */
    private static final class Cycles {
        static final Measure WON =
                spread("cycle_seconds", SalesFacts.DEALS, new At("decided_at"), "cycle_seconds", is("status", "won"));

        static Shape of(Shape shape, String... outcomes) {
            return shape.over(measure -> measure.without(is("status", "won")).when(is("status", outcomes)));
        }
    }

    /** The switch that keeps deals of one outcome. */
    private static final class Outcomes {
        static Switch only(String description) {
            return choice(
                    "outcome",
                    description,
                    usual("any", "Any outcome, and none yet."),
                    option("won", "Won.", shape -> shape.over(measure -> measure.when(is("status", "won")))),
                    option("lost", "Lost.", shape -> shape.over(measure -> measure.when(is("status", "lost")))));
        }
    }
}
