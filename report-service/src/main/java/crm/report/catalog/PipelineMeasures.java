package crm.report.catalog;

import static crm.engine.model.Condition.is;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Fact;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Timing;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.List;

/** Measures of deals and of money that reports need beside the metrics. */
public enum PipelineMeasures implements CatalogueEntry {
    DEALS_CREATED(Further.count(
            "deals-created",
            "Deals created",
            "Deals created in the period, whatever became of them.",
            "deal.createdAt",
            Deals.CREATED,
            new Companion("amount", Unit.MONEY, new Single(Deals.amountOf(Deals.CREATED))))),

    DEALS_WON(Further.count(
            "deals-won",
            "Deals won",
            "Deals closed in the period and won.",
            "deal.closedAt",
            Deals.WON,
            new Companion("amount", Unit.MONEY, new Single(Deals.amountOf(Deals.WON))),
            new Companion(
                    "averageAmount", Unit.MONEY, new Ratio(Deals.amountOf(Deals.WON), Deals.WON, "no_won_deals")))),

    DEALS_LOST(Further.count(
            "deals-lost",
            "Deals lost",
            "Deals closed in the period and lost, each with the stage that it was lost in.",
            "deal.closedAt",
            Deals.LOST,
            new Companion("amount", Unit.MONEY, new Single(Deals.amountOf(Deals.LOST))))),

    DEALS_EXPECTED(Further.knowing(
            Further.count(
                    "deals-expected",
                    "Deals expected",
                    "Open deals whose planned close lies in the period.",
                    "deal.expectedCloseAt",
                    Deals.EXPECTED,
                    new Companion("amount", Unit.MONEY, new Single(Deals.amountOf(Deals.EXPECTED))),
                    new Companion("weightedAmount", Unit.MONEY, new Single(Deals.weighted(Deals.EXPECTED)))),
            "Deals as they stand now: what was expected earlier and is closed by now is not told.",
            "The weighted amount is the amount times the probability, the deal's own or else its stage's.",
            "Amounts in other currencies are converted at the rate of the day on which the deal was created.")),

    DEALS_OVERDUE(Further.count(
            "deals-overdue",
            "Deals overdue",
            "Open deals whose planned close lies in the period and is over.",
            "deal.expectedCloseAt",
            Deals.OVERDUE,
            new Companion("amount", Unit.MONEY, new Single(Deals.amountOf(Deals.OVERDUE))))),

    STAGES_REACHED(Further.knowing(
            Further.count(
                    "stages-reached",
                    "Deals that reached a stage",
                    "Deals created in the period, once for each stage that they have reached by now.",
                    "deal.createdAt",
                    Stages.REACHED),
            "A deal reached the stages that it entered, and of its pipeline all before the furthest of them.",
            "A won deal reached all stages. Stages flagged isLost or isUnqualified are no steps.")),

    STAGE_CONVERSION(Further.knowing(
            Further.reckoned(
                    "stage-conversion",
                    "Stage conversion",
                    "Share of the deals created in the period that came further than a stage they reached.",
                    "deals that came further / deals that reached the stage",
                    "deal.createdAt",
                    Unit.RATIO,
                    new Ratio(Stages.MOVED_ON, Stages.WITH_NEXT, "no_deals_reached_it")),
            "What counts as reached is told by stages-reached. The last stage of a pipeline has nothing beyond it and is"
                    + " left out.")),

    REVENUE(Further.knowing(
            Further.money(
                    "revenue",
                    "Revenue",
                    "What was bought in the period.",
                    "order.orderedAt, or deal.wonAt of a won deal without order",
                    Purchases.REVENUE,
                    new Companion("purchases", Unit.COUNT, new Single(Purchases.COUNT)),
                    new Companion(
                            "averagePurchase",
                            Unit.MONEY,
                            new Ratio(Purchases.REVENUE, Purchases.COUNT, "no_purchases"))),
            "Purchases are orders that were not cancelled, and won deals that no such order names.",
            "What was given back of an order is taken off its amount.",
            "An amount in a currency without a rate is counted in unconverted, never summed.")),

    PURCHASE_MARGIN(Further.knowing(
            Further.money(
                    "purchase-margin",
                    "Margin of purchases",
                    "Revenue less cost, of the purchases of the period whose cost is known.",
                    "order.orderedAt, or deal.wonAt of a won deal without order",
                    Purchases.MARGIN,
                    new Companion("cost", Unit.MONEY, new Single(Purchases.COST)),
                    new Companion(
                            "marginRate",
                            Unit.RATIO,
                            new Ratio(Purchases.MARGIN, Purchases.REVENUE_WITH_COST, "no_revenue_with_cost"))),
            "Purchases without a cost are left out, in the rate too.",
            "An amount in a currency without a rate is counted in unconverted, never summed.")),

    MONEY_RECEIVED(Further.money(
            "money-received",
            "Money received",
            "Money received in the period, less what was given back.",
            "payment.paidAt",
            Measure.money("receipts", PipelineFacts.RECEIPTS, new At("paid_at"), "amount"))),

    RECEIPTS_AGREED(Further.money(
            "receipts-agreed",
            "Receipts agreed on",
            "Payments agreed on that fall due in the period and have not come in.",
            "paymentSchedule.dueAt",
            Measure.money("receipts_agreed", PipelineFacts.AGREED_RECEIPTS, new At("due_at"), "amount")));

    private final Metric metric;

    PipelineMeasures(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over deals. */
    private static final class Deals {
        private static final Condition OPEN = is("status", "open");
        private static final Timing PLANNED = new At("expected_close_at");
        static final Measure CREATED =
                Measure.count("deals_created", PipelineFacts.OPPORTUNITIES, new At("created_at"));
        static final Measure WON =
                Measure.count("deals_won", PipelineFacts.CLOSED_DEALS, new At("closed_at"), is("status", "won"));
        static final Measure LOST =
                Measure.count("deals_lost", PipelineFacts.CLOSED_DEALS, new At("closed_at"), is("status", "lost"));
        static final Measure EXPECTED = Measure.count("deals_expected", PipelineFacts.OPPORTUNITIES, PLANNED, OPEN);
        static final Measure OVERDUE = Measure.count(
                "deals_overdue", PipelineFacts.OPPORTUNITIES, PLANNED, OPEN, new Condition.Over("expected_close_at"));

        /** Amounts at the rate of the day that decides the period; of open deals, that on which they were created. */
        static Measure amountOf(Measure counted) {
            boolean planned = counted.timing().equals(PLANNED);
            return counted.named(counted.name() + "_amount")
                    .of(
                            planned
                                    ? new Aggregate.Money("amount", "currency", "created_at")
                                    : new Aggregate.Money("amount", "currency"));
        }

        static Measure weighted(Measure counted) {
            return counted.named(counted.name() + "_weighted")
                    .of(new Aggregate.Money("amount * probability", "currency", "created_at"));
        }
    }

    /** Measures over the stages that deals reached. */
    private static final class Stages {
        static final Measure REACHED =
                Measure.count("stages_reached", PipelineFacts.REACHED_STAGES, new At("created_at"));
        static final Measure WITH_NEXT =
                REACHED.when(new Condition.IsTrue("has_next")).named("stages_with_next");
        static final Measure MOVED_ON =
                WITH_NEXT.when(new Condition.IsTrue("has_moved_on")).named("stages_moved_on");
    }

    /** Measures over purchases. */
    private static final class Purchases {
        private static final At BOUGHT = new At("bought_at");
        private static final Fact WITH_MARGIN = new Fact(
                PurchaseFacts.PURCHASES.name(),
                "(SELECT *, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost, amount - cost AS margin"
                        + " FROM " + PurchaseFacts.PURCHASES.table() + " bought)",
                PurchaseFacts.PURCHASES.key(),
                PurchaseFacts.PURCHASES.dimensions(),
                List.of(
                        "id",
                        "purchase_kind",
                        "bought_at",
                        "amount",
                        "cost",
                        "margin",
                        "currency",
                        "customer_id",
                        "owner_id",
                        "team_id",
                        "source"));
        private static final Condition COSTED = new Condition.Present("cost");
        static final Measure REVENUE = Measure.money("revenue", WITH_MARGIN, BOUGHT, "amount");
        static final Measure COUNT = Measure.count("purchases_made", WITH_MARGIN, BOUGHT);
        static final Measure MARGIN = Measure.money("margin", WITH_MARGIN, BOUGHT, "margin", COSTED);
        static final Measure COST = Measure.money("cost_of_purchases", WITH_MARGIN, BOUGHT, "cost", COSTED);
        static final Measure REVENUE_WITH_COST =
                Measure.money("revenue_with_cost", WITH_MARGIN, BOUGHT, "amount_with_cost", COSTED);
    }
}
