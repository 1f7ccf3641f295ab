package crm.report.openapi;

import crm.report.report.Report;
import crm.report.report.ReportSample;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an answer to a report looks like. */
final class ReportExample {

    private ReportExample() {}

    static Map<String, Object> of(Report report) {
        ReportSample sample = ReportSample.of(report);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("report", report.id());
        example.put("title", report.title());
        example.put("question", report.question());
        example.put("bucket", report.bucket().word());
        example.put("form", report.form().word());
        example.put("currency", "EUR");
        example.put("columns", sample.columns());
        example.put("rows", sample.rows());
        example.put("totals", sample.totals());
        example.put("moreRows", 0);
        example.put("complete", true);
        return example;
    }
}
