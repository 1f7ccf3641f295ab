package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.money;
import static crm.engine.model.Measure.sum;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;

import crm.engine.model.Condition;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Return;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Overlapping;
import crm.engine.model.Unit;
import crm.report.load.Attribution;
import java.util.List;
import java.util.stream.Stream;

/** Metrics of campaigns: how many, who answered, what they brought. */
public enum CampaignMetrics implements CatalogueEntry {
    CAMPAIGNS(new Metric(
            "campaigns",
            "Number of campaigns",
            "Campaigns launched in the period.",
            "number of campaigns",
            "campaign.startedAt, or its first sent event",
            Unit.COUNT,
            true,
            Shape.of(new Single(count("campaigns_launched", CampaignFacts.CAMPAIGNS, new At("launched_at")))),
            List.of(choice(
                    "basis",
                    "Which campaigns are counted.",
                    usual("launched", "Those launched in the period."),
                    option(
                            "active",
                            "Those that ran at any time in the period; must not be summed over buckets.",
                            shape -> shape.with(new Single(count(
                                    "campaigns_active",
                                    CampaignFacts.CAMPAIGNS,
                                    new Overlapping("launched_at", "ended_at", null))))))),
            List.of("Planned and aborted campaigns never count.", "A campaign without an end is still running."),
            List.of("number-of-campaigns"),
            "Salesforce, campaign fields: status and dates.")),

    CAMPAIGN_RESPONSES(new Metric(
            "campaign-responses",
            "Number of campaign responses",
            "Members of campaigns who responded for the first time in the period.",
            "number of (campaign, member) by first response",
            "first response's campaignEvent.occurredAt",
            Unit.COUNT,
            true,
            Shape.of(
                    new Single(Members.RESPONDED),
                    new Companion(
                            "responseRate",
                            Unit.RATIO,
                            new Ratio(Members.RESPONDED, Members.DELIVERED, "nothing_delivered"))),
            List.of(
                    choice(
                            "countMode",
                            "Whether members or events are counted.",
                            usual("members", "Each member of a campaign once, at the first response."),
                            option("events", "Every response.", Members::events)),
                    new Switch.Members(
                            "types",
                            "Event types that are a response, in place of the campaign's own.",
                            List.of(
                                    "sent",
                                    "delivered",
                                    "bounced",
                                    "opened",
                                    "clicked",
                                    "responded",
                                    "converted",
                                    "unsubscribed",
                                    "complained"),
                            types -> shape -> Members.ofTypes(shape, types))),
            List.of(
                    "A response is an event of the campaign's responseTypes: responded and converted unless it says.",
                    "Opens and clicks are not responses.",
                    "responseRate divides by the members to whom something was first delivered in the period."),
            List.of("number-of-campaign-responses"),
            "Salesforce campaign members: HasResponded and FirstRespondedDate.")),

    CAMPAIGN_PURCHASES(new Metric(
            "campaign-purchases",
            "Number of campaign purchases",
            "Purchases credited to campaigns: won deals in the period.",
            "sum of credits",
            "deal.wonAt",
            Unit.DECIMAL,
            true,
            Shape.of(
                    new Single(Credits.PURCHASES),
                    new Companion("unattributed", Unit.DECIMAL, new Single(Credits.UNATTRIBUTED)),
                    new Companion("purchases", Unit.DECIMAL, new Single(Credits.ALL)),
                    new Companion(
                            "purchaseRate",
                            Unit.RATIO,
                            new Ratio(Credits.PURCHASES, Credits.AUDIENCE, "nothing_delivered"))),
            List.of(Credits.model(), Credits.lookback()),
            Credits.RULES,
            List.of("number-of-campaign-purchases"),
            "Salesforce: primary campaign source and campaign influence; models as in Google Search Ads 360.")),

    CAMPAIGN_REVENUE(new Metric(
            "campaign-revenue",
            "Revenue generated by a campaign",
            "Revenue of the purchases credited to campaigns, times their credit.",
            "sum of amount x credit",
            "deal.wonAt",
            Unit.MONEY,
            true,
            Shape.of(
                    new Single(Credits.REVENUE),
                    new Companion("unattributed", Unit.MONEY, new Single(Credits.UNATTRIBUTED_REVENUE)),
                    new Companion("cost", Unit.MONEY, new Single(Credits.COST)),
                    new Companion("roi", Unit.RATIO, new Return(Credits.REVENUE, Credits.COST, "cost_missing")),
                    new Companion("roas", Unit.DECIMAL, new Ratio(Credits.REVENUE, Credits.COST, "cost_missing")),
                    new Companion(
                            "costPerPurchase",
                            Unit.MONEY,
                            new Ratio(Credits.COST, Credits.PURCHASES, "no_campaign_purchases"))),
            List.of(
                    Credits.model(),
                    Credits.lookback(),
                    choice(
                            "measure",
                            "What of a purchase is summed.",
                            usual("revenue", "Its amount."),
                            option(
                                    "margin",
                                    "Its amount less its cost; purchases without a cost are left out.",
                                    Credits::margins))),
            Stream.concat(
                            Credits.RULES.stream(),
                            Stream.of(
                                    "cost is the actual cost of the campaigns launched in the period.",
                                    "Amounts in a currency without a rate are counted in unconverted, never summed."))
                    .toList(),
            List.of("revenue-generated-by-campaign"),
            "Salesforce: campaign value won, RevenueShare of campaign influence.")),

    CAMPAIGN_NEW_CUSTOMERS(new Metric(
            "campaign-new-customers",
            "Number of new customers acquired by campaign",
            "New customers whose first revenue is credited to a campaign.",
            "sum of credits of first purchases",
            "customer.becameCustomerAt",
            Unit.DECIMAL,
            true,
            Shape.of(
                    new Single(Credits.NEW_CUSTOMERS),
                    new Companion("unattributed", Unit.DECIMAL, new Single(Credits.NEW_UNATTRIBUTED)),
                    new Companion(
                            "costPerNewCustomer",
                            Unit.MONEY,
                            new Ratio(Credits.COST, Credits.NEW_CUSTOMERS, "no_new_customers"))),
            List.of(Credits.model(), Credits.lookback()),
            Credits.RULES,
            List.of("number-of-campaign-new-customers"),
            "Cost per acquisition; Salesforce, converted leads in campaign."));

    private final Metric metric;

    CampaignMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over members of campaigns. */
    private static final class Members {
        static final Measure RESPONDED =
                count("members_responded", CampaignFacts.CAMPAIGN_MEMBERS, new At("responded_at"));
        static final Measure DELIVERED =
                count("members_delivered", CampaignFacts.CAMPAIGN_MEMBERS, new At("delivered_at"));
        private static final Condition RESPONSE = new Condition.IsTrue("is_response");

        static Shape events(Shape shape) {
            return shape.with(
                    new Single(count("responses", CampaignFacts.CAMPAIGN_EVENTS, new At("occurred_at"), RESPONSE)));
        }

        /** The types given decide who responded, in the value and in the rate beside it. */
        static Shape ofTypes(Shape shape, List<String> types) {
            Measure responded = count("members_responded", CampaignFacts.firstResponses(types), new At("responded_at"));
            return shape.over(measure -> {
                if (measure.equals(RESPONDED)) {
                    return responded;
                }
                return measure.conditions().contains(RESPONSE)
                        ? measure.without(RESPONSE).when(new Condition.In("event_type", types))
                        : measure;
            });
        }
    }

    /** Measures over credits, and the switch between models. */
    static final class Credits {
        private static final String USUAL_MODEL = "primary";
        private static final Condition MODEL = is("model", USUAL_MODEL);
        private static final Condition CREDITED = new Condition.Present("campaign_id");
        private static final Condition NOT_CREDITED = new Condition.Absent("campaign_id");
        private static final Condition FIRST = new Condition.IsTrue("is_first");
        private static final At WON = new At("won_at");
        private static final At BECAME_CUSTOMER = new At("became_customer_at");
        private static final String SHARE_OF_AMOUNT = "amount * credit";

        static final Measure ALL = sum("purchases", CampaignFacts.PURCHASE_CREDITS, WON, "credit", MODEL);
        static final Measure PURCHASES =
                sum("credited_purchases", CampaignFacts.PURCHASE_CREDITS, WON, "credit", MODEL, CREDITED);
        static final Measure UNATTRIBUTED =
                sum("unattributed_purchases", CampaignFacts.PURCHASE_CREDITS, WON, "credit", MODEL, NOT_CREDITED);
        static final Measure REVENUE =
                money("credited_revenue", CampaignFacts.PURCHASE_CREDITS, WON, SHARE_OF_AMOUNT, MODEL, CREDITED);
        static final Measure UNATTRIBUTED_REVENUE = money(
                "unattributed_revenue", CampaignFacts.PURCHASE_CREDITS, WON, SHARE_OF_AMOUNT, MODEL, NOT_CREDITED);
        static final Measure COST =
                money("campaign_cost", CampaignFacts.CAMPAIGN_COSTS, new At("launched_at"), "actual_cost");
        static final Measure AUDIENCE =
                count("members_delivered", CampaignFacts.CAMPAIGN_AUDIENCE, new At("delivered_at"));
        static final Measure NEW_CUSTOMERS = sum(
                "credited_new_customers",
                CampaignFacts.PURCHASE_CREDITS,
                BECAME_CUSTOMER,
                "credit",
                MODEL,
                FIRST,
                CREDITED);
        static final Measure NEW_UNATTRIBUTED = sum(
                "unattributed_new_customers",
                CampaignFacts.PURCHASE_CREDITS,
                BECAME_CUSTOMER,
                "credit",
                MODEL,
                FIRST,
                NOT_CREDITED);

        static final List<String> RULES = List.of(
                "A campaign named on the deal has the whole credit, whatever the model.",
                "Otherwise the model shares it among the customer's touches of the days before the deal was won,"
                        + " usually 90.",
                "Credits over all campaigns and unattributed add up to the number of purchases.");

        static Switch model() {
            return choice(
                    "model",
                    "How credit is shared among the touches before a purchase.",
                    usual(USUAL_MODEL, "The last response alone."),
                    model("first-touch", "The first touch alone."),
                    model("last-touch", "The last touch alone."),
                    model("last-non-direct", "The last touch that is not direct; touches of campaigns never are."),
                    model("linear", "All touches alike."),
                    model("position-based", "First and last touch 40 % each, those between share 20 %."),
                    model(
                            "w-shaped",
                            "The first touch and the last ones before the lead and before the deal 30 % each, the"
                                    + " others share 10 %."),
                    model("time-decay", "A touch seven days earlier has half the credit."));
        }

        static Switch lookback() {
            return new Switch.Number(
                    "lookbackDays",
                    "Days before a purchase in which a touch counts; usually " + Attribution.USUAL_DAYS + ".",
                    1,
                    Attribution.MOST_DAYS,
                    days -> shape ->
                            days == Attribution.USUAL_DAYS ? shape : shape.over(measure -> lookingBack(measure, days)));
        }

        private static Measure lookingBack(Measure measure, int days) {
            return measure.conditions().stream()
                    .filter(condition -> measure.fact().equals(CampaignFacts.PURCHASE_CREDITS))
                    .filter(condition ->
                            condition instanceof Condition.In in && in.column().equals("model"))
                    .map(condition -> ((Condition.In) condition).members().getFirst())
                    .findFirst()
                    .map(model -> measure.on(CampaignFacts.purchaseCredits(model, days)))
                    .orElse(measure);
        }

        static Shape margins(Shape shape) {
            return shape.over(measure -> measure.aggregate().equals(REVENUE.aggregate())
                    ? money(
                            measure.name() + "_margin",
                            measure.fact(),
                            measure.timing(),
                            "margin * credit",
                            measure.conditions().toArray(Condition[]::new))
                    : measure);
        }

        private static Switch.Option model(String name, String description) {
            return option(
                    name,
                    description,
                    shape -> shape.over(measure -> measure.conditions().contains(MODEL)
                            ? measure.without(MODEL).when(is("model", name))
                            : measure));
        }
    }
}
