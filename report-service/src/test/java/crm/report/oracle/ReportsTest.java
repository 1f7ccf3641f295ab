package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.query.InvalidQuery;
import crm.report.metric.Inquiry;
import crm.report.report.Form;
import crm.report.report.Report;
import crm.report.report.ReportAnswers;
import crm.report.report.ReportCatalogue;
import crm.report.report.ReportResponse;
import crm.report.table.Format;
import crm.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold for every report over random companies: each cell is what its metric says when asked for it alone,
 * totals are the metric's, rows add up where they should, and the records behind a cell are as many as it says.
 */
class ReportsTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final long FIRST = Long.getLong("oracle.seed", 1);
    private static final int WORLDS = Integer.getInteger("oracle.worlds", 2);
    private static final int MOST_LINES = 8;

    private static final List<Product> PRODUCTS = new ArrayList<>();

    static Stream<Report> reports() {
        return ReportCatalogue.reports().stream();
    }

    @BeforeAll
    static void push() {
        for (long seed = FIRST; seed < FIRST + WORLDS; seed++) {
            Product product = new Product();
            product.push(TENANT, Worlds.of(seed), 2);
            PRODUCTS.add(product);
        }
    }

    @AfterAll
    static void close() {
        PRODUCTS.forEach(Product::close);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyCellIsWhatItsMetricSays(Report report) {
        List<String> differences = new ArrayList<>();
        for (Product product : PRODUCTS) {
            for (Map<String, List<String>> question : questions(report)) {
                product.inquire(TENANT, inquiry -> {
                    ReportResponse answer = answer(report, question, inquiry);
                    new ReportCells(report, question, inquiry, answer)
                            .differences().stream()
                                    .limit(MOST_LINES)
                                    .forEach(each -> differences.add(question + " " + each));
                    return answer;
                });
            }
        }

        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatIsWrongIsToldAllAtOnce(Report report) {
        List<String> wrong = PRODUCTS.getFirst().inquire(TENANT, inquiry -> {
            try {
                answer(
                        report,
                        question("typo", "1", "tz", "Mars/Olympus", "filter[nonsense]", "a", "limit", "0"),
                        inquiry);
                return List.of();
            } catch (InvalidQuery refused) {
                return refused.faults().stream()
                        .map(InvalidQuery.Fault::parameter)
                        .distinct()
                        .toList();
            }
        });

        assertThat(wrong).contains("typo", "tz", "filter[nonsense]", "limit");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportAnswersFiltersByOwnerAndTeam(Report report) {
        assertThat(report.dimensions()).contains("owner", "team");
    }

    private static ReportResponse answer(Report report, Map<String, List<String>> question, Inquiry inquiry) {
        return ReportAnswers.answer(report, question, inquiry, Format.JSON);
    }

    /** The plain question, one about a filter in another zone, and one of today's people by all else that it takes. */
    private static List<Map<String, List<String>>> questions(Report report) {
        List<Map<String, List<String>>> questions = new ArrayList<>();
        questions.add(question());
        questions.add(question("filter[owner]", "ann,bob", "tz", "America/New_York", "currency", "USD"));
        questions.add(question("attribution", "current", "filter[team][not]", "north"));
        if (report.form() instanceof Form.Grid || report.form() instanceof Form.Series) {
            questions.add(question("groupBy", "team", "compare", "previous"));
        }
        return questions;
    }

    private static Map<String, List<String>> question(String... more) {
        Map<String, List<String>> question = new LinkedHashMap<>();
        question.put("from", List.of("2024-01-01"));
        question.put("to", List.of("2024-04-01"));
        for (int index = 0; index < more.length; index += 2) {
            question.put(more[index], List.of(more[index + 1]));
        }
        return question;
    }
}
