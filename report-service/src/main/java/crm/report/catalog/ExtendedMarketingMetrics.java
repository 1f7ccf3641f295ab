package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Condition.isNot;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.distinct;
import static crm.engine.model.Measure.money;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.CostOfEach;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Further metrics of marketing, beyond the list of thirty-five. */
public enum ExtendedMarketingMetrics implements CatalogueEntry {
    VISIT_TO_LEAD_RATIO(new Metric(
            "visit-to-lead-ratio",
            "Visit-to-lead ratio",
            "Leads created in the period by the visits to the web site that began in it.",
            "leads / visits",
            "lead.createdAt; start of the visit",
            Unit.RATIO,
            false,
            Shape.of(new Ratio(
                    Leads.CREATED, count("visits_started", WebFacts.VISITS, new At("started_at")), "no_sessions")),
            List.of(),
            List.of(
                    "Leads that came another way than over the web site count too, unless a filter leaves them out.",
                    "Known robots and our own people do not count."),
            List.of("visit-to-lead"),
            "CMO dashboard of datapine: visit-to-lead ratio.")),

    LEAD_TO_MQL(Leads.step("lead", "MQL", "created_at", "lead.createdAt", "no_leads", Leads.since(1))),

    MQL_TO_SQL(Leads.step("MQL", "SQL", "mql_at", "lead.mqlAt", "no_mqls", Leads.since(2))),

    SQL_TO_SAL(Leads.step("SQL", "SAL", "sql_at", "lead.sqlAt", "no_sqls", Leads.since(3))),

    COST_PER_LEAD(Spent.on(
            "cost-per-lead",
            "Cost per lead",
            "What marketing cost in the period by the leads created in it.",
            "lead.createdAt",
            Leads.CREATED,
            "no_leads",
            "cpl")),

    COST_PER_MQL(Spent.on(
            "cost-per-mql",
            "Cost per MQL",
            "What marketing cost in the period by the leads that marketing qualified in it.",
            "lead.mqlAt",
            Leads.at("mql_at", "leads_mql"),
            "no_mqls",
            "cost-per-marketing-qualified-lead")),

    COST_PER_SQL(Spent.on(
            "cost-per-sql",
            "Cost per SQL",
            "What marketing cost in the period by the leads that sales qualified in it.",
            "lead.sqlAt",
            Leads.at("sql_at", "leads_sql"),
            "no_sqls",
            "cost-per-sales-qualified-lead")),

    COST_PER_CUSTOMER(Spent.on(
            "cost-per-customer",
            "Cost per new customer",
            "What marketing cost in the period by the customers that began in it.",
            "customer.becameCustomerAt",
            count("customers_new", SalesFacts.CUSTOMER_STARTS, new At("started_at"), is("kind", "first")),
            "no_new_customers",
            "cpa")),

    ROAS(Returns.of(
            "roas",
            "Return on advertising spend",
            "Revenue credited to campaigns by what they cost.",
            "revenue / cost",
            Unit.DECIMAL,
            "return-on-ad-spend")),

    ROI(Returns.of(
            "roi",
            "Return on investment of campaigns",
            "Revenue credited to campaigns beyond what they cost, by what they cost.",
            "(revenue - cost) / cost",
            Unit.RATIO,
            "campaign-roi")),

    CTR(new Metric(
            "ctr",
            "Click-through rate",
            "Members of campaigns who first clicked in the period by those to whom something was first delivered in it.",
            "members clicking / members reached",
            "first click and first delivery, campaignEvent.occurredAt",
            Unit.RATIO,
            false,
            Shape.of(new Ratio(
                    count("members_clicking", CampaignFacts.firstResponses(List.of("clicked")), new At("responded_at")),
                    count("members_delivered", CampaignFacts.CAMPAIGN_AUDIENCE, new At("delivered_at")),
                    "nothing_delivered")),
            List.of(),
            List.of("A member of a campaign clicks once, however often it does."),
            List.of("click-through-rate"),
            "Campaigns by revenue, Snov.io: CTR.")),

    PAGE_VISITOR_TO_SUBSCRIBER(new Metric(
            "page-visitor-to-subscriber",
            "Page visitors to subscribers",
            "New subscribers to mailing lists in the period by the visitors of the web site.",
            "new subscribers / visitors",
            "subscriptionEvent.occurredAt; start of the visit",
            Unit.RATIO,
            false,
            Shape.of(new Ratio(
                    count(
                            "subscriptions_begun",
                            MailingFacts.ADDRESSES,
                            new At("began_at"),
                            new Condition.Over("began_at")),
                    distinct("visitors", WebFacts.VISITS, new At("started_at"), "visitor_id"),
                    "no_visitors")),
            List.of(),
            List.of(
                    "An address that is subscribed already does not subscribe anew.",
                    "Known robots and our own people are no visitors."),
            List.of("visitor-to-subscriber"),
            "Goal progress: page visitors to e-mail subscribers."));

    private final Metric metric;

    ExtendedMarketingMetrics(Metric metric) {
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

    /** Measures over leads and the levels that they reach. */
    private static final class Leads {
        private static final List<String> LEVELS = List.of("lead", "mql", "sql", "sal");
        private static final Condition REAL = isNot("status", "spam", "test", "duplicate");
        private static final Condition SURVIVING = new Condition.Absent("merged_into");
        static final Measure CREATED = at("created_at", "leads_created");

        static Measure at(String moment, String name) {
            return count(name, SalesFacts.LEADS, new At(moment), REAL, SURVIVING);
        }

        /** That a lead reached a level or one beyond, as its dates or its present level tell. */
        static Condition since(int level) {
            List<String> beyond = LEVELS.subList(level, LEVELS.size());
            List<Condition> any = new ArrayList<>();
            beyond.forEach(each -> any.add(new Condition.Present(each + "_at")));
            any.add(new Condition.In("lifecycle_level", beyond));
            return new Condition.Either(any);
        }

        static Metric step(String from, String to, String moment, String dateField, String reason, Condition reached) {
            Measure start = at(moment, "leads_entering");
            return new Metric(
                    (from + "-to-" + to).toLowerCase(java.util.Locale.ROOT),
                    from.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + from.substring(1) + " to " + to,
                    "Share of those that became a " + from + " in the period that reached " + to + " since.",
                    "those of them that reached " + to + " / those that became a " + from,
                    dateField,
                    Unit.RATIO,
                    false,
                    Shape.of(new Ratio(start.when(reached).named("leads_reaching"), start, reason)),
                    List.of(),
                    List.of(
                            "The levels are lead, MQL, SQL and SAL; who reached a later one reached this one too.",
                            "A cohort: those of the period are looked at whenever they went on, so that young ones still"
                                    + " grow.",
                            "Merged leads and those with status spam, test or duplicate never count."),
                    List.of((from + "-to-" + to + "-ratio").toLowerCase(java.util.Locale.ROOT)),
                    "CMO dashboard of datapine, Keap: conversion from level to level.");
        }
    }

    /** What marketing cost for each of something. */
    private static final class Spent {
        private static final At SPENT_AT = new At("spent_at");
        private static final Measure COST = money(
                "marketing_cost",
                ExtendedFacts.MARKETING_COSTS,
                SPENT_AT,
                "amount * share",
                new Condition.Over("spent_at"));

        static Metric on(
                String id,
                String name,
                String description,
                String dateField,
                Measure each,
                String reason,
                String alias) {
            return new Metric(
                    id,
                    name,
                    description,
                    "marketing cost / number",
                    dateField + "; marketingCost.day",
                    Unit.MONEY,
                    false,
                    Shape.of(new CostOfEach(
                            COST,
                            COST.named("marketing_costs_known").of(new Aggregate.Count()),
                            each,
                            reason,
                            "cost_missing")),
                    List.of(),
                    List.of(
                            "A marketing cost of several days is spread evenly over them; days ahead do not count yet.",
                            "Of a campaign that no marketing cost names, its actual cost counts on the day of its launch.",
                            "By source, medium, channel or campaign, costs are those that name it."),
                    List.of(alias),
                    "CMO dashboard of datapine, lead sources of Snov.io: cost of each.");
        }
    }

    /** What campaigns brought back. */
    private static final class Returns {
        static Metric of(String id, String name, String description, String formula, Unit unit, String alias) {
            Metric revenue = CampaignMetrics.CAMPAIGN_REVENUE.metric();
            return new Metric(
                    id,
                    name,
                    description,
                    formula,
                    revenue.dateField(),
                    unit,
                    false,
                    Shapes.besides(revenue, id),
                    revenue.switches(),
                    Stream.concat(
                                    revenue.rules().stream(),
                                    Stream.of(
                                            "By owner, product and the like it is not told: only campaigns have costs."))
                            .toList(),
                    List.of(alias),
                    "Profitability by campaign, Snov.io, after campaign-revenue.");
        }
    }
}
