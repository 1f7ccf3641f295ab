package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import crm.report.report.Head;
import crm.report.report.Report;
import crm.report.report.ReportAnswers;
import crm.report.report.ReportCatalogue;
import crm.report.report.ReportResponse;
import crm.report.table.Format;
import crm.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of each report's plainest question to the company acme, about its first quarter, as a person once read and
 * accepted it. {@code -Daccept=true} writes them anew; read the diff.
 */
class ReportsGoldenTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final Product PRODUCT = new Product();

    @BeforeAll
    static void push() {
        PRODUCT.push(TENANT, Acme.busy(), 2);
    }

    @AfterAll
    static void close() {
        PRODUCT.close();
    }

    static Stream<String> reports() {
        return ReportCatalogue.reports().stream().map(Report::id);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theTableIsTheOneAccepted(String id) throws IOException {
        Report report = ReportCatalogue.report(id).orElseThrow();
        Map<String, List<String>> question = Map.of("from", List.of("2026-01-01"), "to", List.of("2026-04-01"));

        ReportResponse answer =
                PRODUCT.inquire(TENANT, inquiry -> ReportAnswers.answer(report, question, inquiry, Format.JSON));

        accepted(id + ".txt", text(answer));
    }

    private static void accepted(String name, String now) throws IOException {
        Path file = Path.of("src/test/resources/golden/reports", name);
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(now).as("run with -Daccept=true and read the diff").isEqualTo(Files.readString(file));
    }

    private static String text(ReportResponse answer) {
        List<String> keys = answer.columns().stream().map(Head::key).toList();
        StringBuilder text = new StringBuilder(answer.title() + ": " + answer.question() + "\n\n");
        text.append(String.join(" | ", keys)).append('\n');
        for (Map<String, @Nullable Object> row : answer.rows()) {
            text.append(line(keys, row));
        }
        return text.append("total: ").append(line(keys, answer.totals())).toString();
    }

    private static String line(List<String> keys, Map<String, @Nullable Object> row) {
        return keys.stream().map(key -> cell(row.get(key))).collect(Collectors.joining(" | ")) + "\n";
    }

    private static String cell(@Nullable Object cell) {
        return cell == null ? "-" : cell.toString();
    }
}
