package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.distinct;
import static crm.engine.model.Measure.money;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Fact;
import crm.engine.model.Formula.OnlyIf;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Edge;
import crm.engine.model.Timing.Framed;
import crm.engine.model.Timing.Lasting;
import crm.engine.model.Timing.Stand;
import crm.engine.model.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Metrics of customers: who stays, what they are worth, what more they buy, whom they bring. */
public enum CustomerMetrics implements CatalogueEntry {
    RETAINED_CUSTOMERS(new Metric(
            "retained-customers",
            "Number of retained customers",
            "Customers that were active at the first instant of the period and still are at its last.",
            "number of customers active at start and end",
            "state at the start and at the end of the period",
            Unit.COUNT,
            false,
            Shape.of(
                    new Single(Active.RETAINED),
                    new Companion(
                            "retentionRate",
                            Unit.RATIO,
                            new Ratio(Active.RETAINED, Active.AT_START, "nobody_active_at_start"))),
            List.of(choice(
                    "basis",
                    "Which customers are counted.",
                    usual("retained", "Those active at the start and at the end."),
                    option(
                            "repeat",
                            "Those with a purchase in the period who had bought before it.",
                            shape -> shape.with(new Single(distinct(
                                    "customers_repeating",
                                    CustomerFacts.REPEAT_PURCHASES,
                                    new At("bought_at"),
                                    "customer_id",
                                    new Condition.OtherPeriod("first_bought_at"))))))),
            Stream.concat(
                            Active.RULES.stream(),
                            Stream.of(
                                    "A running period ends now.",
                                    "A bucket has its own start and end: it must not be summed over buckets.",
                                    "Owner, team, segment and the like are the customer's of today."))
                    .toList(),
            List.of("number-of-retained-customers"),
            "Retention rate ((E-N)/S): piwik.pro, customer retention rate.")),

    CUSTOMER_LIFETIME_VALUE(new Metric(
            "customer-lifetime-value",
            "Customer lifetime value",
            "Revenue of customers from their first purchase up to the end of the period, averaged over all customers"
                    + " acquired by then.",
            "revenue up to the end / customers acquired by then",
            "cumulative up to the end of the period",
            Unit.MONEY,
            false,
            Shape.of(
                    new Ratio(Lifetime.REVENUE, Lifetime.CUSTOMERS, "no_customers"),
                    new Companion("margin", Unit.MONEY, Lifetime.marginIfKnown())),
            List.of(choice(
                    "measure",
                    "What of a purchase is summed.",
                    usual("revenue", "Its amount."),
                    option(
                            "margin",
                            "Its amount less its cost; told only where costs are known for 95 % of the revenue.",
                            shape -> shape.with(Lifetime.marginIfKnown())))),
            List.of(
                    "The start of the period is ignored; a cohort of customers is asked by filter[cohort]=2026-01.",
                    "What a customer bought before customerSince counts from then on.",
                    "What was given back of an order is taken off its amount.",
                    "The margin is told where costs are known for at least 95 % of the revenue."),
            List.of("clv", "lifetime-value"),
            "Historic value, as in agilebrandguide.com; gross margin beside it.")),

    CROSS_SELL_RATIO(new Metric(
            "cross-sell-ratio",
            "Cross-sell ratio",
            "Share of existing customers who bought in the period from a product family they had never bought from.",
            "existing customers with a cross-sell / existing customers",
            "order.orderedAt, or deal.wonAt of a won deal without order",
            Unit.RATIO,
            false,
            Shape.of(More.customers("cross_sell"), More.productsPerCustomer()),
            More.switches("cross_sell"),
            More.rules("A sale is cross-selling when its line or deal says so or, where neither says anything, when the"
                    + " customer had bought before, but never from the product's family."),
            List.of("cross-selling-ratio"),
            "By customers (calculatorcorp.com), by offers (diggrowth.com) and by transactions (kpidepot.com).")),

    UP_SELL_RATIO(new Metric(
            "up-sell-ratio",
            "Up-sell ratio",
            "Share of existing customers who in the period bought a higher tier, more, or at a higher price within a"
                    + " product family they already had.",
            "existing customers with an up-sell / existing customers",
            "order.orderedAt, or deal.wonAt of a won deal without order",
            Unit.RATIO,
            false,
            Shape.of(More.customers("up_sell")),
            More.switches("up_sell"),
            More.rules("A sale is up-selling when its line or deal says so or, where neither says anything, when the"
                    + " customer had bought from the family before and this is of a higher tier than ever before, or of"
                    + " a product it had in larger quantity or at a higher unit price than ever before."),
            List.of("up-selling-ratio"),
            "By customers, offers and transactions, as the cross-sell ratio; shno.co.")),

    CUSTOMER_REFERRALS(new Metric(
            "customer-referrals",
            "Number of customer referrals",
            "Referrals that existing customers made in the period.",
            "number of (customer, referred party) by when first referred",
            "referral.madeAt",
            Unit.COUNT,
            true,
            Shape.of(
                    new Single(Referrals.MADE),
                    new Companion(
                            "conversionRate",
                            Unit.RATIO,
                            new Ratio(Referrals.CONVERTED, Referrals.MADE, "no_referrals")),
                    new Companion(
                            "referralRate",
                            Unit.RATIO,
                            new Ratio(Referrals.REFERRERS, Referrals.POSSIBLE, "nobody_active_at_end")),
                    new Companion("unidentified", Unit.COUNT, new Single(Referrals.UNIDENTIFIED))),
            List.of(choice(
                    "basis",
                    "Which moment decides.",
                    usual("made", "That of the referral."),
                    option(
                            "converted",
                            "That on which the referred party became a customer.",
                            shape -> shape.with(new Single(count(
                                    "referrals_converted_in", CustomerFacts.REFERRALS, new At("converted_at"))))))),
            List.of(
                    "Only referrals by somebody who was a customer at that moment count, the first of each customer and"
                            + " referred party.",
                    "A referral is converted at convertedAt, else when the account, lead or contact referred became a"
                            + " customer after it.",
                    "referralRate divides the customers who referred by those active at the end of the period.",
                    "unidentified counts leads with source referral that nobody is named for."),
            List.of("number-of-customer-referrals", "referrals"),
            "Referral rate as in okrify.com and push.ai."));

    private final Metric metric;

    CustomerMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over customers while they are active. */
    private static final class Active {
        static final Stand THEN = new Stand("active_from", "active_to", Edge.FIRST);
        static final Measure AT_START = count("customers_active_at_start", CustomerFacts.ACTIVITY, Framed.of(THEN));
        static final Measure RETAINED = count(
                "customers_retained",
                CustomerFacts.STAYING,
                Framed.of(
                        new Stand("first_from", "first_to", Edge.FIRST), new Stand("last_from", "last_to", Edge.LAST)));
        static final List<String> RULES = List.of(
                "A customer is active while one of its contracts is in force: from its start until its end or"
                        + " cancellation.",
                "A customer without any contract is active after each purchase for the activity window that the tenant"
                        + " had on that day, usually 365 days.");
    }

    /** Measures over all that customers ever bought. */
    private static final class Lifetime {
        private static final Timing SINCE = Lasting.between("counted_from", "never");
        static final Measure REVENUE = bought("lifetime_revenue", "amount");
        static final Measure MARGIN = bought("lifetime_margin", "margin");
        static final Measure REVENUE_WITH_COST = bought("lifetime_revenue_with_cost", "amount_with_cost");
        static final Measure CUSTOMERS =
                count("customers_acquired", CustomerFacts.CUSTOMERS, Lasting.between("became_customer_at", "never"));

        static OnlyIf marginIfKnown() {
            return new OnlyIf(
                    new Ratio(MARGIN, CUSTOMERS, "no_customers"),
                    REVENUE_WITH_COST,
                    REVENUE,
                    new BigDecimal("0.95"),
                    "costs_unknown");
        }

        private static Measure bought(String name, String column) {
            return money(name, CustomerFacts.LIFETIME_PURCHASES, SINCE, column)
                    .of(new Aggregate.Money(column, "currency", "bought_at"));
        }
    }

    /** Measures over what more existing customers buy. */
    private static final class More {
        private static final Timing BOUGHT = Framed.in("bought_at", Active.THEN);
        private static final String NOBODY = "no_existing_customers";

        static Ratio customers(String type) {
            return new Ratio(
                    distinct(
                            "customers_" + type,
                            CustomerFacts.LINES_OF_CUSTOMERS,
                            BOUGHT,
                            "customer_id",
                            is("sale_type", type)),
                    Active.AT_START,
                    NOBODY);
        }

        static Companion productsPerCustomer() {
            return new Companion(
                    "productsPerCustomer",
                    Unit.DECIMAL,
                    new Ratio(
                            distinctOf("products_bought", List.of("customer_id", "product_id")),
                            distinctOf("customers_buying", List.of("customer_id")),
                            NOBODY));
        }

        private static Measure distinctOf(String name, List<String> columns) {
            return count(name, CustomerFacts.LINES_OF_CUSTOMERS, BOUGHT, new Condition.Present("product_id"))
                    .of(new Aggregate.Distinct(columns, false));
        }

        static List<Switch> switches(String type) {
            return List.of(
                    choice(
                            "basis",
                            "What is a share of what.",
                            usual("customers", "Customers of all existing ones."),
                            option(
                                    "offers",
                                    "Accepted offers of those made in the period.",
                                    shape -> shape.with(
                                            new Ratio(offers(type, "accepted"), offers(type, "made"), "no_offers"))),
                            option(
                                    "transactions",
                                    "Lines of purchases of all lines to existing customers.",
                                    shape -> shape.with(new Ratio(
                                            count("lines_" + type, CustomerFacts.LINES, BOUGHT, is("sale_type", type)),
                                            count("lines_sold", CustomerFacts.LINES, BOUGHT),
                                            NOBODY)))),
                    choice(
                            "measure",
                            "Whether customers, offers and lines are counted, or revenue.",
                            usual("count", "Counted."),
                            option(
                                    "amount",
                                    "Revenue of such lines by all revenue of existing customers, whatever the basis.",
                                    shape -> shape.with(new Ratio(
                                            amount("revenue_" + type, is("sale_type", type)),
                                            amount("revenue_sold"),
                                            NOBODY)))));
        }

        private static Measure offers(String type, String outcome) {
            Measure made = count("offers_" + outcome, CustomerFacts.OFFERS, new At("made_at"), is("kind", type));
            return outcome.equals("accepted") ? made.when(new Condition.Present("accepted_at")) : made;
        }

        private static Measure amount(String name, Condition... conditions) {
            return money(name, CustomerFacts.LINES, BOUGHT, "amount", conditions);
        }

        static List<String> rules(String inferred) {
            return Stream.concat(
                            Stream.of(
                                    "Existing customers are those active at the first instant of the period.",
                                    inferred,
                                    "A purchase without lines counts as one line of its product family."),
                            Active.RULES.stream())
                    .toList();
        }
    }

    /** Measures over referrals. */
    private static final class Referrals {
        private static final At MADE_AT = new At("made_at");
        private static final Fact FACT = CustomerFacts.REFERRALS;
        static final Measure MADE = count("referrals_made", FACT, MADE_AT);
        static final Measure CONVERTED =
                count("referrals_converted", FACT, MADE_AT, new Condition.Present("converted_at"));
        static final Measure REFERRERS =
                distinct("customers_referring", CustomerFacts.REFERRERS, MADE_AT, "customer_id");
        static final Measure POSSIBLE = count(
                "customers_active_at_end",
                CustomerFacts.POSSIBLE_REFERRERS,
                Framed.of(new Stand("active_from", "active_to", Edge.LAST)));
        static final Measure UNIDENTIFIED =
                count("referrals_unidentified", CustomerFacts.UNIDENTIFIED, new At("created_at"));
    }
}
