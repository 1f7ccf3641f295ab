package crm.report.report;

import static crm.report.report.ReportColumn.difference;
import static crm.report.report.ReportColumn.figure;
import static crm.report.report.ReportColumn.quotient;
import static crm.report.report.ReportColumn.share;

import crm.report.report.Form.Grid;
import java.util.List;

/** Reports of campaigns: whom they reach, what they bring and what they cost. */
public enum CampaignReports implements ReportEntry {
    CAMPAIGN_PERFORMANCE(Report.of(
                    "campaign-performance",
                    Bucket.CAMPAIGNS,
                    "Campaign performance",
                    "Whom did each campaign reach, who answered, what did it cost and what did it bring?",
                    new Grid(
                            List.of("campaign"),
                            List.of(
                                    figure("revenue", "Revenue", "campaign-revenue"),
                                    figure("responses", "Responses", "campaign-responses"),
                                    figure("responseRate", "Response rate", "campaign-responses")
                                            .companion("responseRate"),
                                    figure("reached", "Reached", "campaign-reach")
                                            .with("event", "delivered"),
                                    figure("budget", "Budget", "campaign-cost").companion("budget"),
                                    figure("cost", "Actual cost", "campaign-cost"),
                                    difference("financialReturn", "Financial return", "revenue", "cost"))),
                    Chart.bar("revenue", "cost"),
                    CampaignReports.COST)
            .choosing("model", "lookbackDays")),

    CAMPAIGN_ENGAGEMENT(Report.of(
            "campaign-engagement",
            Bucket.CAMPAIGNS,
            "Campaign engagement",
            "How far do the members of each campaign go, from the message sent to the conversion?",
            new Grid(
                    List.of("campaign"),
                    List.of(
                            figure("sent", "Sent", "campaign-reach").with("event", "sent"),
                            figure("delivered", "Delivered", "campaign-reach").with("event", "delivered"),
                            figure("opened", "Opened", "campaign-reach").with("event", "opened"),
                            figure("clicked", "Clicked", "campaign-reach").with("event", "clicked"),
                            figure("responded", "Responded", "campaign-reach").with("event", "responded"),
                            figure("converted", "Converted", "campaign-reach").with("event", "converted"),
                            figure("unsubscribed", "Unsubscribed", "campaign-reach")
                                    .with("event", "unsubscribed"),
                            quotient("openRate", "Open rate", "opened", "delivered"),
                            quotient("clickRate", "Click rate", "clicked", "delivered"),
                            quotient("conversionRate", "Conversion rate", "converted", "delivered"))),
            Chart.bar("delivered", "opened", "clicked", "converted"),
            "A member counts once for each campaign, in the period in which it happened.")),

    CAMPAIGNS_BY_REVENUE(Report.of(
                    "campaigns-by-revenue",
                    Bucket.CAMPAIGNS,
                    "Campaigns by revenue",
                    "Which campaigns bring the most revenue, from how many buyers, for what money?",
                    new Grid(
                            List.of("campaign"),
                            List.of(
                                    figure("revenue", "Revenue", "campaign-revenue"),
                                    share("revenueShare", "Share of revenue", "revenue"),
                                    figure("purchases", "Purchases", "campaign-purchases"),
                                    figure("cost", "Spend", "campaign-cost"),
                                    figure("delivered", "Delivered", "campaign-reach")
                                            .with("event", "delivered"),
                                    figure("clicked", "Clicked", "campaign-reach")
                                            .with("event", "clicked"),
                                    quotient("clickRate", "Click rate", "clicked", "delivered"))),
                    Chart.bar("revenue"),
                    CampaignReports.COST)
            .choosing("model", "lookbackDays")),

    MARKETING_ROI(Report.of(
                    "marketing-roi",
                    Bucket.CAMPAIGNS,
                    "Marketing profitability",
                    "What comes back of the money spent on each campaign?",
                    new Grid(
                            List.of("campaign"),
                            List.of(
                                    figure("revenue", "Revenue", "campaign-revenue"),
                                    figure("margin", "Gross margin", "campaign-revenue")
                                            .with("measure", "margin"),
                                    figure("leads", "Leads", "leads-at-level").whereKnown(),
                                    figure("purchases", "Purchases", "campaign-purchases"),
                                    figure("newCustomers", "New customers", "campaign-new-customers"),
                                    figure("cost", "Spend", "campaign-cost"),
                                    difference("gain", "Revenue less spend", "revenue", "cost"),
                                    quotient("roi", "Return on investment", "gain", "cost"))),
                    Chart.bar("roi"),
                    CampaignReports.COST,
                    "The margin is that of the purchases whose cost is known.",
                    "Return on investment is the gain by the spend: 0.5 says that half of it came back beyond itself.")
            .choosing("model", "lookbackDays")),

    CAMPAIGN_ATTRIBUTION(Report.of(
                    "campaign-attribution",
                    Bucket.CAMPAIGNS,
                    "Attribution comparison",
                    "Which campaign brought how much revenue, by each way of sharing the credit?",
                    new Grid(
                            List.of("campaign"),
                            List.of(
                                    figure("primary", "Last response", "campaign-credit")
                                            .with("model", "primary"),
                                    figure("firstTouch", "First touch", "campaign-credit")
                                            .with("model", "first-touch"),
                                    figure("lastTouch", "Last touch", "campaign-credit")
                                            .with("model", "last-touch"),
                                    figure("lastNonDirect", "Last non-direct", "campaign-credit")
                                            .with("model", "last-non-direct"),
                                    figure("linear", "Linear", "campaign-credit")
                                            .with("model", "linear"),
                                    figure("positionBased", "Position-based", "campaign-credit")
                                            .with("model", "position-based"),
                                    figure("timeDecay", "Time decay", "campaign-credit")
                                            .with("model", "time-decay"))),
                    Chart.bar("firstTouch", "lastTouch", "linear"),
                    "The campaign (none) has what no campaign brought; every column adds up to the same revenue.")
            .choosing("lookbackDays"));

    private static final String COST =
            "Revenue is that credited to campaigns; what no campaign brought is left out. Cost and budget are those of"
                    + " the campaigns launched in the period. Filtered by owner or team, revenue is that of their deals,"
                    + " cost and responses those of their campaigns.";

    private final Report report;

    CampaignReports(Report report) {
        this.report = report;
    }

    @Override
    public Report report() {
        return report;
    }
}
