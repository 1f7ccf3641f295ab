package crm.report.report;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Metric;
import crm.engine.model.Unit;
import crm.report.catalog.Catalogue;
import crm.report.catalog.Language;
import crm.report.report.ReportDefinition.ColumnDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that people read says what {@code /v1/reports/{id}/definition} says. */
class ReportsDocumentTest {

    private static final Path CHECKED_IN = Path.of("..", "docs", "reports.md");

    private static final String HEAD = """
            # Reports

            Made from the catalogue by `make accept`; `GET /v1/reports/{id}/definition` tells the same as JSON. What holds for
            every report: it takes the period, time zone, currency, filters and language that metrics take; each number is
            what the metric named beside it says of the row's members; totals are reckoned anew and never added up; each
            column's `records` is the address, with the row's keys in braces, of the records that a cell counted; CSV and
            workbooks hold all rows and then the totals.
            """;

    @Test
    void thePageIsMadeFromTheCatalogue() throws IOException {
        String page = HEAD
                + Stream.of(Bucket.values()).map(ReportsDocumentTest::chapter).collect(Collectors.joining())
                + measures();

        if (Boolean.getBoolean("accept")) {
            Files.writeString(CHECKED_IN, page);
        }
        assertThat(page)
                .as("docs/reports.md is not what the catalogue says; run: make accept")
                .isEqualTo(Files.readString(CHECKED_IN));
    }

    @Test
    void everyReportHasANameInEveryLanguage() {
        assertThat(ReportCatalogue.reports())
                .allSatisfy(report ->
                        assertThat(ReportNames.of(report)).as(report.id()).hasSize(Language.values().length));
    }

    @Test
    void everyReportIsFoundByItsNames() {
        for (Report report : ReportCatalogue.reports()) {
            assertThat(ReportNames.of(report).values())
                    .allSatisfy(name ->
                            assertThat(ReportCatalogue.report(name)).as(name).contains(report));
        }
    }

    @Test
    void everyChartDrawsColumnsThatThereAre() {
        for (Report report : ReportCatalogue.reports()) {
            List<String> columns =
                    report.form().columns().stream().map(ReportColumn::key).toList();
            assertThat(columns).as(report.id()).containsAll(report.chart().y());
        }
    }

    @Test
    void theQuotientOfTwoAmountsIsANumber() {
        List<ReportColumn> columns = List.of(
                ReportColumn.figure("revenue", "Revenue", "revenue"),
                ReportColumn.figure("deals", "Deals", "deals-won"),
                ReportColumn.quotient("each", "Each", "revenue", "deals"),
                ReportColumn.quotient("times", "Times", "revenue", "revenue"));

        assertThat(Units.of(columns.get(2), columns)).isEqualTo(Unit.MONEY);
        assertThat(Units.of(columns.get(3), columns)).isEqualTo(Unit.DECIMAL);
    }

    private static String chapter(Bucket bucket) {
        List<Report> reports = ReportCatalogue.reports().stream()
                .filter(report -> report.bucket() == bucket)
                .toList();
        return reports.isEmpty()
                ? ""
                : "\n## About " + bucket.word() + "\n"
                        + reports.stream().map(ReportsDocumentTest::section).collect(Collectors.joining());
    }

    private static String section(Report report) {
        ReportDefinition definition = ReportDefinition.of(report, Language.EN);
        return """

                ### %s
                `%s` · %s

                | | |
                |---|---|
                | Form | %s, best drawn as %s |
                | Told apart by | %s |
                | Filters | %s |
                | Names | %s |

                | column | is | of | with |
                |---|---|---|---|
                """.formatted(
                                definition.title(),
                                definition.id(),
                                definition.question(),
                                definition.form(),
                                definition.chart(),
                                orNothing(definition.by()),
                                String.join(", ", definition.dimensions()),
                                definition.names().entrySet().stream()
                                        .map(name -> name.getKey() + " " + name.getValue())
                                        .collect(Collectors.joining(" · ")))
                + definition.columns().stream().map(ReportsDocumentTest::column).collect(Collectors.joining())
                + (definition.rules().isEmpty() ? "" : "\n" + String.join(" ", definition.rules()) + "\n");
    }

    private static String column(ColumnDefinition column) {
        String metric = column.metric();
        String with = column.with().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |\n"
                .formatted(column.key(), column.title(), metric == null ? column.meaning() : "`" + metric + "`", with);
    }

    private static String measures() {
        return "\n## Measures that are no metrics\n\nAsked at the same addresses as metrics: `/v1/metrics/{id}`, its"
                + " `/records` and its `/definition`.\n\n| id | is | period decided by |\n|---|---|---|\n"
                + Catalogue.measures().stream()
                        .map(ReportsDocumentTest::measure)
                        .collect(Collectors.joining());
    }

    private static String measure(Metric measure) {
        return "| `%s` | %s %s | %s |\n"
                .formatted(measure.id(), measure.description(), String.join(" ", measure.rules()), measure.dateField());
    }

    private static String orNothing(List<String> words) {
        return words.isEmpty() ? "–" : String.join(", ", words);
    }
}
