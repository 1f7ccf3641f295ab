package crm.report.catalog;

import static crm.engine.model.Condition.is;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.List;

/** Measures of campaigns and of money spent on marketing. */
public enum MarketingMeasures implements CatalogueEntry {
    MARKETING_COST(Further.knowing(
            Further.money(
                    "marketing-cost",
                    "Marketing cost",
                    "Money spent on marketing in the period.",
                    "marketingCost.day",
                    Measure.money("marketing_cost", MarketingFacts.COSTS, new At("spent_at"), "amount")),
            "What was spent over several days is spread evenly over them; the last day has what is left over.",
            "An amount in a currency without a rate is counted in unconverted, never summed.")),

    CAMPAIGN_COST(Further.money(
            "campaign-cost",
            "Campaign cost",
            "Actual cost of the campaigns launched in the period.",
            "campaign.startedAt, or its first sent event",
            Campaigns.COST,
            new Companion(
                    "budget",
                    Unit.MONEY,
                    new Single(Campaigns.COST.named("campaign_budgets").of(new Aggregate.Money("budget", "currency")))),
            new Companion(
                    "campaigns",
                    Unit.COUNT,
                    new Single(Campaigns.COST.named("campaigns_of_cost").of(new Aggregate.Count()))))),

    CAMPAIGN_REACH(Further.choosing(
            Further.knowing(
                    Further.reckoned(
                            "campaign-reach",
                            "Campaign reach",
                            "Different members of campaigns to whom something happened in the period.",
                            "number of different (campaign, member)",
                            "campaignEvent.occurredAt",
                            Unit.COUNT,
                            new Single(Messages.MEMBERS)),
                    "A member counts once for each campaign, however often it happened.",
                    "Owner and team are those of the campaign."),
            Switch.choice(
                    "event",
                    "What happened.",
                    Switch.usual("any", "Anything."),
                    Messages.event("sent"),
                    Messages.event("delivered"),
                    Messages.event("bounced"),
                    Messages.event("opened"),
                    Messages.event("clicked"),
                    Messages.event("responded"),
                    Messages.event("converted"),
                    Messages.event("unsubscribed"),
                    Messages.event("complained")))),

    CAMPAIGN_CREDIT(Further.choosing(
            Further.knowing(
                    Further.money(
                            "campaign-credit",
                            "Credited revenue",
                            "Revenue of the deals won in the period, shared among the campaigns that brought them;"
                                    + " what no campaign brought is that of the member (none).",
                            "deal.wonAt",
                            Measure.money(
                                    "credited_revenue",
                                    CampaignFacts.PURCHASE_CREDITS,
                                    new At("won_at"),
                                    "amount * credit",
                                    is("model", "primary"))),
                    "A campaign named on the deal has the whole credit, whatever the model.",
                    "Over all campaigns, (none) included, every model adds up to the same revenue."),
            CampaignMetrics.Credits.model(),
            CampaignMetrics.Credits.lookback()));

    private final Metric metric;

    MarketingMeasures(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over campaigns. */
    private static final class Campaigns {
        static final Measure COST =
                Measure.money("cost_of_campaigns", CampaignFacts.CAMPAIGNS, new At("launched_at"), "actual_cost");
    }

    /** Measures over what happened between campaigns and their members. */
    private static final class Messages {
        static final Measure MEMBERS = new Measure(
                "members_reached",
                MarketingFacts.MESSAGES,
                new At("occurred_at"),
                new Aggregate.Distinct(List.of("campaign_id", "member_id"), false),
                List.of());

        static Switch.Option event(String type) {
            Condition happened = is("event_type", type);
            return Switch.option(
                    type,
                    "It was " + type + ", or they " + type + ".",
                    shape -> shape.over(measure -> measure.when(happened).named("members_" + type)));
        }
    }
}
