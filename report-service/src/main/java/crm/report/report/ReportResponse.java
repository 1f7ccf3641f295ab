package crm.report.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.engine.store.Watermark;
import crm.report.catalog.Language;
import crm.report.metric.MetricResponse.DataThrough;
import crm.report.metric.MetricResponse.Period;
import crm.report.metric.MetricResponses;
import crm.report.metric.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a report.
 *
 * @param question what it answers, in one sentence
 * @param form series, grid, matrix, funnel, statement or list
 * @param comparedWith the period of the columns that end with Before, where a comparison was asked
 * @param currency of all money
 * @param rows flat: every row has every column
 * @param totals of the numbers, each reckoned anew; of a list the count of its records
 * @param moreRows rows beyond the limit
 * @param complete whether nothing was left out but the rows beyond the limit
 * @param next where the next page of a list begins
 * @param chart how it is best drawn
 * @param unconverted amounts in other currencies, which no number contains
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportResponse(
        String report,
        String title,
        String question,
        String bucket,
        String form,
        Period period,
        @Nullable Period comparedWith,
        String currency,
        List<Head> columns,
        @JsonInclude(content = JsonInclude.Include.ALWAYS) List<Map<String, @Nullable Object>> rows,
        @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> totals,
        long moreRows,
        boolean complete,
        @Nullable String next,
        ChartHint chart,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unconverted> unconverted,
        DataThrough dataThrough,
        Map<String, String> links) {

    /** A chart as a frontend draws it: which columns along the axis, which as bars or lines. */
    public record ChartHint(String kind, String x, List<String> y) {

        static ChartHint of(Chart chart, List<Head> columns) {
            String named = chart.x();
            String x = named == null ? columns.getFirst().key() : named;
            List<String> y = chart.y().isEmpty()
                    ? columns.stream()
                            .filter(head -> head.role().equals("measure"))
                            .map(Head::key)
                            .toList()
                    : chart.y();
            return new ChartHint(chart.kind().word(), x, y);
        }
    }

    static ReportResponse of(
            Report report,
            Language language,
            Question asked,
            ReportTable table,
            List<Unconverted> unconverted,
            Watermark watermark,
            Map<String, List<String>> given) {
        return new ReportResponse(
                report.id(),
                ReportNames.of(report, language),
                report.question(),
                report.bucket().word(),
                report.form().word(),
                MetricResponses.period(asked.query()),
                asked.compare()
                        .map(range -> MetricResponses.period(asked.query().over(range)))
                        .orElse(null),
                asked.query().currency(),
                table.columns(),
                table.rows(),
                table.totals(),
                table.moreRows(),
                table.complete(),
                table.next(),
                ChartHint.of(report.chart(), table.columns()),
                unconverted,
                MetricResponses.dataThrough(watermark),
                links(report, table, given));
    }

    private static Map<String, String> links(Report report, ReportTable table, Map<String, List<String>> given) {
        Map<String, String> links = new LinkedHashMap<>();
        Addresses addresses = new Addresses(report, given);
        links.put("self", addresses.self());
        links.put("definition", Addresses.definition(report));
        links.put("csv", addresses.in("csv"));
        links.put("xlsx", addresses.in("xlsx"));
        if (table.next() != null) {
            links.put("next", addresses.next(table.next()));
        }
        return links;
    }

    /** What CSV and workbooks hold. */
    ReportTable table() {
        return new ReportTable(columns, rows, totals, moreRows, complete, next);
    }
}
