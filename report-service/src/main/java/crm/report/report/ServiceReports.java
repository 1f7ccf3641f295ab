package crm.report.report;

import static crm.report.report.ReportColumn.figure;

import crm.report.report.Form.Listing;
import crm.report.report.Form.Matrix;

/** Reports of service. */
public enum ServiceReports implements ReportEntry {
    CASE_SUMMARY(Report.of(
            "case-summary",
            Bucket.SERVICE,
            "Case summary table",
            "How many cases came in, by any two of what is known of them?",
            new Matrix("owner", "status", figure("cases", "Cases", "cases-created")),
            Chart.of(Chart.Kind.HEAT_MAP),
            "Cases opened in the period, as they stand now. groupBy names the two: rows first, then columns.")),

    OPEN_CASES(Report.of(
            "open-cases",
            Bucket.SERVICE,
            "Open cases",
            "Which cases are open, since when, and how urgent are they?",
            new Listing(Asked.of("open-cases")),
            Chart.of(Chart.Kind.TABLE),
            "Cases that were open at the end of the period, never later than now; the metric sla-compliance tells of"
                    + " what was promised."));

    private final Report report;

    ServiceReports(Report report) {
        this.report = report;
    }

    @Override
    public Report report() {
        return report;
    }
}
