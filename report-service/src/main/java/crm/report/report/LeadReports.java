package crm.report.report;

import static crm.report.report.ReportColumn.figure;
import static crm.report.report.ReportColumn.overall;
import static crm.report.report.ReportColumn.quotient;
import static crm.report.report.ReportColumn.share;

import crm.report.report.Form.Funnel;
import crm.report.report.Form.Grid;
import java.util.List;

/** Reports of leads: where they come from and what becomes of them. */
public enum LeadReports implements ReportEntry {
    SALES_CONVERSION(Report.of(
            "sales-conversion",
            Bucket.SALES,
            "Sales conversion",
            "How many leads of each source become customers, how fast, and how large are their deals?",
            new Grid(
                    List.of("source"),
                    List.of(
                            figure("leads", "Leads", "leads-at-level"),
                            share("leadsShare", "Share of leads", "leads"),
                            figure("won", "Won", "leads-at-level").with("level", "won"),
                            figure("conversion", "Conversion", "lead-conversion-rate"),
                            overall("conversionOfAll", "Conversion of all", "conversion"),
                            figure("timeToConvert", "Time to convert", "lead-conversion-time"),
                            figure("averageDeal", "Average deal", "lead-revenue")
                                    .companion("averageAmount"),
                            overall("averageDealOfAll", "Average deal of all", "averageDeal"))),
            Chart.bar("conversion"),
            LeadReports.COHORT)),

    LEADS_BY_CHANNEL(Report.of(
                    "leads-by-channel",
                    Bucket.CAMPAIGNS,
                    "Leads by channel",
                    "Which channels bring leads, and what becomes of them and what do they cost?",
                    new Grid(
                            List.of("channel"),
                            List.of(
                                    figure("leads", "Leads", "leads-at-level"),
                                    share("leadsShare", "Share of leads", "leads"),
                                    figure("qualified", "Qualified", "leads-qualified"),
                                    figure("won", "Won", "leads-at-level").with("level", "won"),
                                    figure("revenue", "Revenue", "lead-revenue"),
                                    figure("cost", "Cost", "marketing-cost").whereKnown(),
                                    quotient("costPerLead", "Cost per lead", "cost", "leads"))),
                    Chart.pie("leads"),
                    LeadReports.COHORT,
                    "Cost is what was spent in the period; it knows no owners and teams.")
            .alias("campaign-leads-by-channel")),

    LEAD_SOURCE_ANALYSIS(Report.of(
            "lead-source-analysis",
            Bucket.CAMPAIGNS,
            "Lead source analysis",
            "What does each single source bring, and what does a customer from it cost?",
            new Grid(
                    List.of("source"),
                    List.of(
                            figure("leads", "Leads", "leads-at-level"),
                            share("leadsShare", "Share of leads", "leads"),
                            figure("qualified", "Qualified", "leads-qualified"),
                            figure("won", "Won", "leads-at-level").with("level", "won"),
                            figure("revenue", "Revenue", "lead-revenue"),
                            figure("cost", "Cost", "marketing-cost").whereKnown(),
                            quotient("costPerLead", "Cost per lead", "cost", "leads"),
                            quotient("costPerAcquisition", "Cost per acquisition", "cost", "won"),
                            quotient("roas", "Return on ad spend", "revenue", "cost"))),
            Chart.bar("leads", "won"),
            LeadReports.COHORT,
            "Cost is what was spent in the period; it knows no owners and teams.")),

    LEAD_SOURCE_EFFECTIVENESS(Report.of(
            "lead-source-effectiveness",
            Bucket.CAMPAIGNS,
            "Lead source effectiveness",
            "Which share of each source's leads is qualified, and which brings revenue?",
            new Grid(
                    List.of("source"),
                    List.of(
                            figure("leads", "Leads", "leads-at-level"),
                            figure("qualifiedRate", "Qualified", "lead-qualification-rate"),
                            figure("withRevenueRate", "With revenue", "lead-conversion-rate"),
                            figure("revenue", "Revenue", "lead-revenue"),
                            quotient("revenuePerLead", "Revenue per lead", "revenue", "leads"))),
            Chart.bar("qualifiedRate", "withRevenueRate"),
            LeadReports.COHORT)),

    LEAD_FUNNEL(Report.of(
            "lead-funnel",
            Bucket.CAMPAIGNS,
            "Lead funnel",
            "How many leads reach each level on the way to a won deal?",
            new Funnel(List.of(
                    figure("lead", "Leads", "leads-at-level"),
                    figure("mql", "Marketing qualified", "leads-at-level").with("level", "mql"),
                    figure("sal", "Accepted by sales", "leads-at-level").with("level", "sal"),
                    figure("sql", "Qualified by sales", "leads-at-level").with("level", "sql"),
                    figure("deal", "Opportunities", "leads-at-level").with("level", "deal"),
                    figure("won", "Won", "leads-at-level").with("level", "won"))),
            Chart.of(Chart.Kind.FUNNEL),
            LeadReports.COHORT,
            "A lead may become a deal without having been qualified: a step may be wider than the one before.",
            "Visitors are not followed to the leads that they become; the metric web-page-views tells of them."));

    private static final String COHORT =
            "Of the leads captured in the period: what became of them by now, whenever it happened.";

    private final Report report;

    LeadReports(Report report) {
        this.report = report;
    }

    @Override
    public Report report() {
        return report;
    }
}
