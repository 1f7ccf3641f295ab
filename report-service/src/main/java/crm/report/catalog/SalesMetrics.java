package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Condition.isNot;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.money;
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
import crm.engine.model.Timing;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Lasting;
import crm.engine.model.Unit;
import java.util.List;

/** Metrics of winning customers: prospects, customers, close rate, revenue. */
public enum SalesMetrics implements CatalogueEntry {
    PROSPECTS(new Metric(
            "prospects",
            "Number of prospects",
            "Prospects that entered the database in the period.",
            "number of leads",
            "lead.createdAt",
            Unit.COUNT,
            true,
            Shape.of(new Single(Leads.CREATED)),
            List.of(choice(
                    "basis",
                    "Which leads are counted.",
                    usual("created", "Those created in the period."),
                    option(
                            "open",
                            "Those with status new, working or nurturing at the end of the period.",
                            shape -> shape.with(new Single(Leads.OPEN))),
                    option(
                            "qualified",
                            "Those qualified in the period.",
                            shape -> shape.with(new Single(Leads.QUALIFIED))))),
            List.of(
                    "A lead merged into another counts once, as the one that survived.",
                    "Leads with status spam, test or duplicate never count.",
                    "basis=open is a stock: it must not be summed over buckets."),
            List.of("leads", "number-of-prospects"),
            "Microsoft Dynamics 365, lead entity: a potential customer who is not yet qualified.")),

    NEW_CUSTOMERS(new Metric(
            "new-customers",
            "Number of new customers",
            "Customers whose first revenue ever falls in the period.",
            "number of customers by their first revenue",
            "customer.becameCustomerAt",
            Unit.COUNT,
            true,
            Shape.of(new Single(Customers.NEW)),
            List.of(yesNo(
                    "includeReactivated",
                    "Whether customers that buy again after the activity window, usually 365 days, without a purchase are"
                            + " added.",
                    shape -> shape.with(new Single(Customers.NEW.without(is("kind", "first")))))),
            List.of(
                    "A customer began with its first purchase: its first won deal or its first order that was not"
                            + " cancelled; customerSince, where given, wins over that.",
                    "An older purchase that arrives late moves the beginning back, and past numbers with it.",
                    "With includeReactivated a customer counts once for each beginning."),
            List.of("number-of-new-customers"),
            "Net new business as used by reply.io and sales.rocks; reactivation as a switch because usage differs.")),

    CLOSE_RATE(new Metric(
            "close-rate",
            "Close rate",
            "Share of decided deals that were won, among the deals closed in the period.",
            "deals won / (deals won + deals lost)",
            "deal.closedAt",
            Unit.RATIO,
            false,
            Shape.of(new Ratio(Deals.WON, Deals.CLOSED, "no_closed_deals")),
            List.of(
                    choice(
                            "basis",
                            "Which deals are looked at.",
                            usual("closed", "Those closed in the period."),
                            option(
                                    "cohort",
                                    "Those created in the period; tells also how many of them are still open.",
                                    Deals::cohort)),
                    choice(
                            "measure",
                            "Whether deals or their amounts are counted.",
                            usual("count", "Deals."),
                            option("amount", "Amounts of money.", Deals::amounts)),
                    yesNo(
                            "includeUnqualified",
                            "Whether deals closed as unqualified count among the decided ones.",
                            Deals::withUnqualified),
                    yesNo(
                            "countOverdueAsLost",
                            "Whether open deals whose planned close lies in the period and is over count as lost.",
                            Deals::withOverdue)),
            List.of(
                    "Only the outcome that stands counts: a deal lost and reopened is undecided again.",
                    "Owner and team are those of the time of the outcome.",
                    "The total is computed from all deals, never from the rates of parts."),
            List.of("win-rate"),
            "Salesforce practice: won by closed, by actual close date; cohort form after rekener.com.")),

    NEW_REVENUE(new Metric(
            "new-revenue",
            "Amount of new revenue",
            "Money won in the period from customers whose first revenue falls in the period.",
            "sum of amounts of purchases of new customers",
            "order.orderedAt, or deal.wonAt of a won deal without order",
            Unit.MONEY,
            false,
            Shape.of(
                    new Single(Revenue.NEW_BUSINESS),
                    new Companion("newBusiness", Unit.MONEY, new Single(Revenue.NEW_BUSINESS)),
                    new Companion("expansion", Unit.MONEY, new Single(Revenue.EXPANSION)),
                    new Companion("reactivation", Unit.MONEY, new Single(Revenue.REACTIVATION)),
                    new Companion("renewal", Unit.MONEY, new Single(Revenue.RENEWAL)),
                    new Companion("withoutCustomer", Unit.MONEY, new Single(Revenue.WITHOUT_CUSTOMER)),
                    new Companion("wonRevenue", Unit.MONEY, new Single(Revenue.WON))),
            List.of(choice(
                    "basis",
                    "Which revenue is new.",
                    usual("new-business", "That of new customers."),
                    option(
                            "new-and-expansion",
                            "Also cross-sell and up-sell; no renewals and no reactivations.",
                            shape -> shape.with(new Single(Revenue.NEW_AND_EXPANSION))))),
            List.of(
                    "Purchases are orders that were not cancelled, and won deals that no such order names.",
                    "What was given back of an order is taken off its amount; an order refunded as a whole brings 0.",
                    "What an order does not say, owner and source among it, the deal says that it names.",
                    "newBusiness, expansion, reactivation, renewal and withoutCustomer add up to wonRevenue.",
                    "The deal's dealType decides first, of an order without one the saleType that all its lines share:"
                            + " cross_sell and up_sell are expansion.",
                    "Of the other purchases those of a customer new in the period are new business, the rest expansion.",
                    "Whether a customer is new depends on the period: buckets need not add up to the whole.",
                    "Each amount is converted at the rate of its own day; without a rate it is counted in unconverted and"
                            + " never summed."),
            List.of("amount-of-new-revenue"),
            "New business is revenue of new customers (reply.io, sales.rocks); the bridge shows the rest beside it."));

    private final Metric metric;

    SalesMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over leads. */
    private static final class Leads {
        private static final Condition REAL = isNot("status", "spam", "test", "duplicate");
        private static final Condition SURVIVING = new Condition.Absent("merged_into");
        static final Measure CREATED = count("leads_created", SalesFacts.LEADS, new At("created_at"), REAL, SURVIVING);
        static final Measure QUALIFIED =
                count("leads_qualified", SalesFacts.LEADS, new At("qualified_at"), REAL, SURVIVING);
        static final Measure OPEN = count(
                "leads_open",
                SalesFacts.LEAD_STATES,
                Lasting.between("state_from", "state_to"),
                is("status", "new", "working", "nurturing"));
    }

    /** Measures over beginnings of customers. */
    private static final class Customers {
        static final Measure NEW =
                count("customers_new", SalesFacts.CUSTOMER_STARTS, new At("started_at"), is("kind", "first"));
    }

    /** Measures over outcomes of deals, and what the switches make of them. */
    private static final class Deals {
        private static final Condition DECIDED = is("status", "won", "lost");
        static final Measure WON = count("deals_won", SalesFacts.DEALS, new At("closed_at"), is("status", "won"));
        static final Measure CLOSED = count("deals_closed", SalesFacts.DEALS, new At("closed_at"), DECIDED);
        static final Measure STILL_OPEN =
                count("deals_open", SalesFacts.DEALS, new At("created_at"), is("status", "open"));

        static Shape cohort(Shape shape) {
            Timing created = new At("created_at");
            Condition qualified = isNot("status", "unqualified");
            return shape.over(measure -> measure.at(created))
                    .over(measure -> measure.conditions().contains(DECIDED)
                            ? measure.without(DECIDED).when(qualified).named("deals_created")
                            : measure)
                    .and(new Companion("stillOpen", Unit.COUNT, new Single(STILL_OPEN)));
        }

        static Shape amounts(Shape shape) {
            return new Shape(
                    shape.formula()
                            .over(measure -> money(
                                    measure.name() + "_amount",
                                    measure.fact(),
                                    measure.timing(),
                                    "amount",
                                    measure.conditions().toArray(Condition[]::new))),
                    shape.companions());
        }

        static Shape withUnqualified(Shape shape) {
            return new Shape(
                    shape.formula()
                            .over(measure -> measure.conditions().contains(DECIDED)
                                    ? measure.without(DECIDED).when(is("status", "won", "lost", "unqualified"))
                                    : measure.without(isNot("status", "unqualified"))),
                    shape.companions());
        }

        static Shape withOverdue(Shape shape) {
            Timing closedOrDue = new At("closed_or_due_at");
            return new Shape(
                    shape.formula().over(measure -> {
                        if (!measure.timing().equals(new At("closed_at"))) {
                            return measure;
                        }
                        return measure.conditions().contains(is("status", "won"))
                                ? measure.at(closedOrDue)
                                : new Measure(
                                                "deals_closed_or_overdue",
                                                measure.fact(),
                                                closedOrDue,
                                                measure.aggregate(),
                                                measure.conditions().stream()
                                                        .map(Deals::orOpen)
                                                        .toList())
                                        .when(new Condition.Past("closed_or_due_at"));
                    }),
                    shape.companions());
        }

        private static Condition orOpen(Condition condition) {
            return condition instanceof Condition.In in && in.column().equals("status")
                    ? new Condition.In(
                            "status",
                            java.util.stream.Stream.concat(in.members().stream(), java.util.stream.Stream.of("open"))
                                    .toList())
                    : condition;
        }
    }

    /** Measures over amounts of won deals: a bridge whose parts add up. */
    private static final class Revenue {
        private static final Condition UNTYPED = isNot("deal_type", "cross_sell", "up_sell", "renewal", "reactivation");
        private static final Condition NEW_CUSTOMER = new Condition.SamePeriod("became_customer_at");
        static final Measure NEW_BUSINESS = won("new_business", UNTYPED, NEW_CUSTOMER);
        static final Measure EXPANSION = won(
                "expansion",
                new Condition.Either(List.of(
                        is("deal_type", "cross_sell", "up_sell"),
                        new Condition.Both(List.of(
                                UNTYPED,
                                new Condition.Present("became_customer_at"),
                                new Condition.OtherPeriod("became_customer_at"))))));
        static final Measure REACTIVATION = won("reactivation", is("deal_type", "reactivation"));
        static final Measure RENEWAL = won("renewal", is("deal_type", "renewal"));
        static final Measure WITHOUT_CUSTOMER =
                won("without_customer", UNTYPED, new Condition.Absent("became_customer_at"));
        static final Measure NEW_AND_EXPANSION = won(
                "new_and_expansion",
                isNot("deal_type", "renewal", "reactivation"),
                new Condition.Either(List.of(
                        is("deal_type", "cross_sell", "up_sell"), new Condition.Present("became_customer_at"))));
        static final Measure WON = won("won_revenue");

        private static Measure won(String name, Condition... conditions) {
            Measure measure = money(name, PurchaseFacts.PURCHASES, new At("bought_at"), "amount");
            for (Condition condition : conditions) {
                measure = measure.when(condition);
            }
            return measure;
        }
    }
}
