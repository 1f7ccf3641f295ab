package crm.report.catalog;

import static crm.engine.model.Condition.isNot;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;

/** Measures of leads and of what became of them, by when the leads were captured. */
public enum LeadMeasures implements CatalogueEntry {
    LEADS_AT_LEVEL(Further.choosing(
            Further.knowing(
                    Further.count(
                            "leads-at-level",
                            "Leads that reached a level",
                            "Leads captured in the period that have come as far as a level by now.",
                            "lead.createdAt",
                            Leads.ALL),
                    "A lead that reached a level reached those before it: lead, MQL, SAL, SQL.",
                    "A deal came of a lead if the lead names the deal, or the deal the lead."),
            Switch.choice(
                    "level",
                    "How far they came.",
                    Switch.usual("lead", "They were captured."),
                    Leads.level("mql", "Marketing qualified them.", "is_mql"),
                    Leads.level("sal", "Sales accepted them.", "is_sal"),
                    Leads.level("sql", "Sales qualified them.", "is_sql"),
                    Leads.level("deal", "A deal came of them.", "has_deal"),
                    Leads.level("won", "A deal that came of them was won.", "has_won")))),

    LEADS_QUALIFIED(Further.count(
            "leads-qualified",
            "Leads qualified",
            "Leads captured in the period that were qualified, whenever that was.",
            "lead.createdAt",
            Leads.QUALIFIED)),

    LEAD_QUALIFICATION_RATE(Further.reckoned(
            "lead-qualification-rate",
            "Lead qualification rate",
            "Share of the leads captured in the period that were qualified, whenever that was.",
            "qualified leads / leads",
            "lead.createdAt",
            Unit.RATIO,
            new Ratio(Leads.QUALIFIED, Leads.ALL, "no_leads"))),

    LEAD_CONVERSION_RATE(Further.knowing(
            Further.reckoned(
                    "lead-conversion-rate",
                    "Lead conversion rate",
                    "Share of the leads captured in the period of which a deal was won, whenever that was.",
                    "leads with a won deal / leads",
                    "lead.createdAt",
                    Unit.RATIO,
                    new Ratio(Leads.WON, Leads.ALL, "no_leads")),
            "A deal came of a lead if the lead names the deal, or the deal the lead.")),

    LEAD_CONVERSION_TIME(Further.reckoned(
            "lead-conversion-time",
            "Time from lead to won deal",
            "Average time from the capture of a lead to the first won deal of it, over the leads captured in the"
                    + " period.",
            "sum of (won - captured) / leads with a won deal",
            "lead.createdAt",
            Unit.DAYS,
            new Mean(Leads.UNTIL_WON, "no_won_deals"))),

    LEAD_REVENUE(Further.knowing(
            Further.money(
                    "lead-revenue",
                    "Revenue of leads",
                    "Amounts of the won deals that came of the leads captured in the period, whenever they were won.",
                    "lead.createdAt",
                    Leads.REVENUE,
                    new Companion("deals", Unit.COUNT, new Single(Leads.DEALS)),
                    new Companion("averageAmount", Unit.MONEY, new Ratio(Leads.REVENUE, Leads.DEALS, "no_won_deals"))),
            "Each amount is converted at the rate of the day on which the deal was won; without a rate it is counted in"
                    + " unconverted, never summed.",
            "A deal that several leads name counts for each of them."));

    private final Metric metric;

    LeadMeasures(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over leads, those that are none left out. */
    private static final class Leads {
        private static final At CREATED = new At("created_at");
        private static final Condition REAL = isNot("status", "spam", "test", "duplicate");
        private static final Condition SURVIVING = new Condition.Absent("merged_into");
        static final Measure ALL = Measure.count("leads_captured", LeadFacts.OUTCOMES, CREATED, REAL, SURVIVING);
        static final Measure QUALIFIED =
                ALL.when(new Condition.Present("qualified_at")).named("leads_qualified_since");
        static final Measure WON = ALL.when(new Condition.IsTrue("has_won")).named("leads_won");
        static final Measure UNTIL_WON =
                Measure.spread("seconds_to_won", LeadFacts.OUTCOMES, CREATED, "seconds_to_won", REAL, SURVIVING);
        static final Measure DEALS = Measure.count("won_deals_of_leads", LeadFacts.WON_DEALS, CREATED, REAL, SURVIVING);
        static final Measure REVENUE =
                DEALS.named("revenue_of_leads").of(new Aggregate.Money("amount", "currency", "won_at"));

        static Switch.Option level(String name, String description, String flag) {
            return Switch.option(
                    name,
                    description,
                    shape -> shape.over(
                            measure -> measure.when(new Condition.IsTrue(flag)).named("leads_" + flag)));
        }
    }
}
