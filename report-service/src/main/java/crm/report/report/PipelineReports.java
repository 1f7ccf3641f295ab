package crm.report.report;

import static crm.report.report.ReportColumn.difference;
import static crm.report.report.ReportColumn.figure;
import static crm.report.report.ReportColumn.overall;
import static crm.report.report.ReportColumn.share;

import crm.engine.query.TimeGrain;
import crm.report.report.Form.Grid;
import crm.report.report.Form.Listing;
import crm.report.report.Form.MembersFunnel;
import crm.report.report.Form.Series;
import java.util.List;

/** Reports of what is under way: pipelines, stages, cycles, what is expected. */
public enum PipelineReports implements ReportEntry {
    PIPELINE_SUMMARY(Report.of(
                    "pipeline-summary",
                    Bucket.SALES,
                    "Pipeline",
                    "Which deals are open in which stage, and what are they worth?",
                    new Grid(
                            List.of("stage"),
                            List.of(
                                    figure("deals", "Open deals", "open-opportunities"),
                                    figure("amount", "Amount", "open-opportunities")
                                            .companion("amount"),
                                    figure("weightedAmount", "Weighted amount", "open-opportunities")
                                            .companion("weightedAmount"),
                                    figure("averageAge", "Average age", "open-opportunities")
                                            .companion("averageAge"),
                                    figure("overdue", "Planned close over", "open-opportunities")
                                            .with("overdue", "true"))),
                    Chart.bar("amount", "weightedAmount"),
                    "Deals as they stood at the end of the period, never later than now.")
            .choosing("stale")
            .alias("pipeline", "crm-pipeline")),

    STAGE_DISTRIBUTION(Report.of(
            "stage-distribution",
            Bucket.SALES,
            "Stage distribution",
            "How are open deals and their value shared among the stages?",
            new Grid(
                    List.of("stage"),
                    List.of(
                            figure("deals", "Open deals", "open-opportunities"),
                            share("dealsShare", "Share of deals", "deals"),
                            figure("amount", "Amount", "open-opportunities").companion("amount"),
                            share("amountShare", "Share of amount", "amount"))),
            Chart.pie("deals"),
            "Deals as they stood at the end of the period, never later than now.")),

    SALES_FUNNEL(Report.of(
            "sales-funnel",
            Bucket.SALES,
            "Sales funnel",
            "How many of the deals of a period reach each stage, and where do most get lost?",
            new MembersFunnel("stage", figure("reached", "Reached", "stages-reached")),
            Chart.of(Chart.Kind.FUNNEL),
            "Of the deals created in the period; what they reached by now.",
            "Filter by pipeline where there are several: their stages follow each other by their numbers.",
            "The narrowest step is the one that the smallest share of the step before reached.")),

    STAGE_CONVERSION_BY_OWNER(Report.of(
            "stage-conversion-by-owner",
            Bucket.SALES,
            "Stage conversion by owner",
            "Who brings deals on from which stage, and who less often than the others?",
            new Grid(
                    List.of("stage", "owner"),
                    List.of(
                            figure("reached", "Reached", "stage-conversion").part(Part.Plain.DENOMINATOR),
                            figure("movedOn", "Came further", "stage-conversion")
                                    .part(Part.Plain.NUMERATOR),
                            figure("conversion", "Conversion", "stage-conversion"),
                            overall("average", "Average of all", "conversion"),
                            difference("gap", "Beyond the average", "conversion", "average"))),
            Chart.of(Chart.Kind.HEAT_MAP),
            "Of the deals created in the period; what they reached by now.",
            "The average is that of all who share all members but the last: of the stage.")),

    STAGE_DURATION(Report.of(
                    "stage-duration",
                    Bucket.SALES,
                    "Stage duration",
                    "How long do deals stay in each stage, those that are won and those that are lost?",
                    new Grid(
                            List.of("stage"),
                            List.of(
                                    figure("average", "Average", "sales-stage-duration"),
                                    figure("median", "Median", "sales-stage-duration")
                                            .part(Part.Plain.MEDIAN),
                                    figure("p90", "Nine of ten", "sales-stage-duration")
                                            .part(Part.Plain.P90),
                                    figure("exits", "Left it", "sales-stage-duration")
                                            .part(Part.Plain.DENOMINATOR),
                                    figure("won", "Average of won deals", "sales-stage-duration")
                                            .with("outcome", "won"),
                                    figure("lost", "Average of lost deals", "sales-stage-duration")
                                            .with("outcome", "lost"))),
                    Chart.bar("won", "lost"),
                    "Deals that left the stage in the period.")
            .choosing("visits", "includeOpen")),

    STAGE_DURATION_BY_OWNER(Report.of(
                    "stage-duration-by-owner",
                    Bucket.SALES,
                    "Stage duration by owner",
                    "With whom do deals stay long in a stage?",
                    new Grid(
                            List.of("stage", "owner"),
                            List.of(
                                    figure("average", "Average", "sales-stage-duration"),
                                    figure("median", "Median", "sales-stage-duration")
                                            .part(Part.Plain.MEDIAN),
                                    figure("exits", "Left it", "sales-stage-duration")
                                            .part(Part.Plain.DENOMINATOR),
                                    overall("averageOfAll", "Average of all", "average"),
                                    difference("gap", "Beyond the average", "average", "averageOfAll"))),
                    Chart.of(Chart.Kind.HEAT_MAP),
                    "Deals that left the stage in the period.")
            .choosing("visits", "includeOpen", "outcome")),

    SALES_CYCLE(Report.of(
                    "sales-cycle",
                    Bucket.SALES,
                    "Sales cycle",
                    "How long does it take to win a deal, by where it came from?",
                    new Grid(
                            List.of("source"),
                            List.of(
                                    figure("average", "Average", "sales-cycle-duration"),
                                    figure("median", "Median", "sales-cycle-duration")
                                            .part(Part.Plain.MEDIAN),
                                    figure("p90", "Nine of ten", "sales-cycle-duration")
                                            .part(Part.Plain.P90),
                                    figure("deals", "Deals", "sales-cycle-duration")
                                            .part(Part.Plain.DENOMINATOR),
                                    figure("fromLead", "Average from the lead", "sales-cycle-duration")
                                            .with("start", "lead"),
                                    figure("stage", "Average stay in a stage", "sales-stage-duration")
                                            .with("outcome", "won"))),
                    Chart.bar("average", "median"))
            .choosing("outcome", "basis")),

    FORECAST_BY_SOURCE(Report.of(
            "forecast-by-source",
            Bucket.SALES,
            "Forecast by source",
            "What should deals of each source bring in the period, and what have they brought?",
            new Grid(
                    List.of("source"),
                    List.of(
                            figure("expected", "Expected deals", "deals-expected"),
                            figure("expectedAmount", "Expected amount", "deals-expected")
                                    .companion("amount"),
                            figure("forecast", "Weighted by chance", "deals-expected")
                                    .companion("weightedAmount"),
                            figure("won", "Won deals", "deals-won"),
                            figure("actual", "Won amount", "deals-won").companion("amount"),
                            difference("gap", "Won beyond the forecast", "actual", "forecast"))),
            Chart.bar("forecast", "actual"),
            "Expected are open deals whose planned close lies in the period, as they stand now.")),

    OPPORTUNITIES_GENERATED(Report.of(
                    "opportunities-generated",
                    Bucket.SALES,
                    "Opportunities generated",
                    "Which opportunities came in, what may they bring, and when?",
                    new Listing(Asked.of("deals-created")),
                    Chart.of(Chart.Kind.TABLE))
            .alias("new-opportunities")),

    INCOMING_DEALS(Report.of(
            "incoming-deals",
            Bucket.SALES,
            "Incoming deals",
            "How many leads and deals come in, and are they becoming more?",
            new Series(
                    TimeGrain.MONTH,
                    List.of(),
                    List.of(
                            figure("leads", "Leads", "prospects"),
                            figure("deals", "Deals", "deals-created"),
                            figure("amount", "Amount", "deals-created").companion("amount"))),
            Chart.line("leads", "deals"))),

    DEALS_SUMMARY(Report.of(
            "deals-summary",
            Bucket.SALES,
            "Deals summary",
            "Which deals are finished, which are expected and which are overdue, by whom?",
            new Grid(
                    List.of("owner"),
                    List.of(
                            figure("won", "Won", "deals-won"),
                            figure("wonAmount", "Won amount", "deals-won").companion("amount"),
                            figure("lost", "Lost", "deals-lost"),
                            figure("lostAmount", "Lost amount", "deals-lost").companion("amount"),
                            figure("expected", "Expected", "deals-expected"),
                            figure("expectedAmount", "Expected amount", "deals-expected")
                                    .companion("amount"),
                            figure("overdue", "Overdue", "deals-overdue"),
                            figure("overdueAmount", "Overdue amount", "deals-overdue")
                                    .companion("amount"),
                            figure("proposals", "Proposals given", "proposals-given")
                                    .whereKnown())),
            Chart.stackedBar("won", "lost", "expected"),
            "Won and lost by when they closed, expected and overdue by their planned close; overdue are among the"
                    + " expected.")),

    RECEIPTS_FORECAST(Report.of(
            "receipts-forecast",
            Bucket.SALES,
            "Receipts: actual and forecast",
            "What money came in, what is agreed on, and what may come of open deals?",
            new Series(
                    TimeGrain.MONTH,
                    List.of("productFamily"),
                    List.of(
                            figure("received", "Received", "money-received"),
                            figure("agreed", "Agreed on", "receipts-agreed"),
                            figure("forecast", "Open deals, weighted", "deals-expected")
                                    .companion("weightedAmount"))),
            Chart.line("received", "agreed", "forecast"),
            "Owner, team and product family are those of the deal that was paid for.",
            "Agreed on are payments due in the month that have not come in."));

    private final Report report;

    PipelineReports(Report report) {
        this.report = report;
    }

    @Override
    public Report report() {
        return report;
    }
}
