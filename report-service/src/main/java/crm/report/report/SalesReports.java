package crm.report.report;

import static crm.report.report.ReportColumn.difference;
import static crm.report.report.ReportColumn.figure;
import static crm.report.report.ReportColumn.overall;
import static crm.report.report.ReportColumn.share;

import crm.engine.query.TimeGrain;
import crm.report.report.Form.Grid;
import crm.report.report.Form.Listing;
import crm.report.report.Form.Series;
import java.util.List;

/** Reports of what was sold, by whom, to whom, and what was not. */
public enum SalesReports implements ReportEntry {
    LOST_DEALS(Report.of(
                    "lost-deals",
                    Bucket.SALES,
                    "Lost deals",
                    "Which deals were lost, in which stage, to whom and why?",
                    new Listing(Asked.of("deals-lost")),
                    Chart.of(Chart.Kind.TABLE),
                    "The stage is the one that the deal left last. The report loss-reasons tells the totals.")
            .alias("lost-sales")),

    LOSS_REASONS(Report.of(
            "loss-reasons",
            Bucket.SALES,
            "Loss reasons",
            "Why are deals lost, and what does that cost?",
            new Grid(
                    List.of("lossReason"),
                    List.of(
                            figure("deals", "Lost deals", "deals-lost"),
                            share("dealsShare", "Share of deals", "deals"),
                            figure("amount", "Lost amount", "deals-lost").companion("amount"),
                            share("amountShare", "Share of amount", "amount"))),
            Chart.pie("deals"))),

    WIN_LOSS(Report.of(
                    "win-loss",
                    Bucket.SALES,
                    "Win and loss",
                    "How much is won and lost, and how does each seller's close rate stand to that of all?",
                    new Grid(
                            List.of("owner"),
                            List.of(
                                    figure("won", "Won", "deals-won"),
                                    figure("wonAmount", "Won amount", "deals-won")
                                            .companion("amount"),
                                    figure("lost", "Lost", "deals-lost"),
                                    figure("lostAmount", "Lost amount", "deals-lost")
                                            .companion("amount"),
                                    figure("closeRate", "Close rate", "close-rate"),
                                    overall("closeRateOfAll", "Close rate of all", "closeRate"),
                                    difference("gap", "Beyond that of all", "closeRate", "closeRateOfAll"))),
                    Chart.stackedBar("won", "lost"))
            .choosing("includeUnqualified")),

    DEAL_OWNER(Report.of(
            "deal-owner",
            Bucket.SALES,
            "Deal owner",
            "How many deals does each owner create, win and lose as time passes?",
            new Series(
                    TimeGrain.MONTH,
                    List.of("owner"),
                    List.of(
                            figure("created", "Created", "deals-created"),
                            figure("createdAmount", "Created amount", "deals-created")
                                    .companion("amount"),
                            figure("won", "Won", "deals-won"),
                            figure("wonAmount", "Won amount", "deals-won").companion("amount"),
                            figure("lost", "Lost", "deals-lost"),
                            figure("lostAmount", "Lost amount", "deals-lost").companion("amount"))),
            Chart.line("won", "lost"))),

    SALES_PERFORMANCE(Report.of(
            "sales-performance",
            Bucket.SALES,
            "Sales performance",
            "What does each seller create, win and lose, how large and how fast?",
            new Grid(
                    List.of("owner"),
                    List.of(
                            figure("wonAmount", "Won amount", "deals-won").companion("amount"),
                            share("wonAmountShare", "Share of won amount", "wonAmount"),
                            figure("created", "Created", "deals-created"),
                            figure("won", "Won", "deals-won"),
                            figure("lost", "Lost", "deals-lost"),
                            figure("closeRate", "Close rate", "close-rate"),
                            figure("averageAmount", "Average won deal", "deals-won")
                                    .companion("averageAmount"),
                            figure("cycle", "Average cycle", "sales-cycle-duration"),
                            figure("calls", "Sales calls", "sales-calls-made").whereKnown())),
            Chart.bar("wonAmount"))),

    REVENUE(Report.of(
            "revenue",
            Bucket.SALES,
            "Revenue",
            "What was sold, by whom, and what of it is new business?",
            new Grid(
                    List.of("owner"),
                    List.of(
                            figure("revenue", "Revenue", "revenue"),
                            share("revenueShare", "Share of revenue", "revenue"),
                            figure("purchases", "Purchases", "revenue").companion("purchases"),
                            figure("averagePurchase", "Average purchase", "revenue")
                                    .companion("averagePurchase"),
                            figure("newBusiness", "New business", "new-revenue"),
                            figure("expansion", "Expansion", "new-revenue").companion("expansion"),
                            figure("renewal", "Renewal", "new-revenue").companion("renewal"))),
            Chart.bar("revenue"))),

    CUSTOMER_PROFITABILITY(Report.of(
            "customer-profitability",
            Bucket.CUSTOMERS,
            "Customer profitability",
            "What does each customer bring, and what is left of it?",
            new Grid(
                    List.of("customer"),
                    List.of(
                            figure("revenue", "Revenue", "revenue"),
                            share("revenueShare", "Share of revenue", "revenue"),
                            figure("purchases", "Purchases", "revenue").companion("purchases"),
                            figure("averagePurchase", "Average purchase", "revenue")
                                    .companion("averagePurchase"),
                            figure("cost", "Cost", "purchase-margin").companion("cost"),
                            figure("margin", "Gross margin", "purchase-margin"),
                            figure("marginRate", "Margin rate", "purchase-margin")
                                    .companion("marginRate"))),
            Chart.bar("revenue", "margin"),
            "Cost and margin are of the purchases whose cost is known."));

    private final Report report;

    SalesReports(Report report) {
        this.report = report;
    }

    @Override
    public Report report() {
        return report;
    }
}
