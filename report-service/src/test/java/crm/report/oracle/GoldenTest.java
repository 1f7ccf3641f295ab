package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Metric;
import crm.engine.query.Answer;
import crm.engine.query.Answer.Value;
import crm.engine.query.Attribution;
import crm.engine.query.MetricQuery;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.engine.sql.Plan;
import crm.engine.sql.Planner;
import crm.engine.sql.SqlRenderer;
import crm.engine.sql.Statement;
import crm.report.catalog.Catalogue;
import crm.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statements and the answer of each metric's plainest question to the company acme, as a person once read and
 * accepted them. {@code -Daccept=true} writes them anew; read the diff.
 */
class GoldenTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final World ACME = Acme.world();
    private static final Product PRODUCT = new Product();

    @BeforeAll
    static void push() {
        PRODUCT.push(TENANT, ACME, 2);
    }

    @AfterAll
    static void close() {
        PRODUCT.close();
    }

    static Stream<String> metrics() {
        return Catalogue.metrics().stream().map(Metric::id);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theStatementsAreThoseAccepted(String metric) throws IOException {
        MetricQuery query = Product.query(question(metric), ACME);
        SqlRenderer renderer = new SqlRenderer(query);
        List<String> statements = new ArrayList<>();
        for (Plan.Step step : Planner.plan(query).steps()) {
            for (Statement statement : renderer.render(step)) {
                statements.add(statement.sql().text() + ";\n"
                        + statement.sql().values().stream()
                                .map(value -> "-- " + value + "\n")
                                .collect(Collectors.joining()));
            }
        }

        accepted(metric + ".sql", String.join("\n", statements));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theAnswerIsTheOneAcceptedAndTheOracles(String metric) throws IOException {
        Answer answer = PRODUCT.answer(TENANT, question(metric));

        assertThat(Compared.differences(new Truth(ACME), question(metric), answer))
                .isEmpty();
        accepted(metric + ".json", json(answer));
    }

    /** The first quarter by months, and by the metric's first dimension. */
    private static Question question(String metric) {
        String first = Catalogue.metric(metric)
                .orElseThrow()
                .shape()
                .formula()
                .measures()
                .getFirst()
                .fact()
                .dimensions()
                .getFirst()
                .name();
        return new Question(
                metric,
                Map.of(),
                LocalDate.parse("2026-01-01").atStartOfDay(ACME.zone()).toInstant(),
                LocalDate.parse("2026-04-01").atStartOfDay(ACME.zone()).toInstant(),
                ACME.zone(),
                new ReportingCalendar(ACME.weekStart(), java.time.Month.JANUARY),
                ACME.currency(),
                TimeGrain.MONTH,
                List.of(first),
                Map.of(),
                Attribution.AT_EVENT);
    }

    private static void accepted(String name, String now) throws IOException {
        Path file = Path.of("src/test/resources/golden", name);
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(now).as("run with -Daccept=true and read the diff").isEqualTo(Files.readString(file));
    }

    private static String json(Answer answer) {
        List<String> points = answer.series().stream()
                .map(point -> "{\"start\": \"" + point.start() + "\", " + json(point.value()) + "}")
                .toList();
        List<String> groups = answer.groups().stream()
                .map(group ->
                        "{\"members\": \"" + String.join(", ", group.members()) + "\", " + json(group.value()) + "}")
                .toList();
        return "{\n  \"total\": {" + json(answer.total()) + "},\n  \"series\": " + lines(points) + ",\n  \"groups\": "
                + lines(groups) + ",\n  \"unconverted\": "
                + lines(answer.unconverted().stream()
                        .map(each -> "{\"currency\": \"" + each.currency() + "\", \"count\": " + each.count()
                                + ", \"amount\": " + each.amount() + "}")
                        .toList())
                + "\n}\n";
    }

    private static String lines(List<String> each) {
        return each.isEmpty() ? "[]" : "[\n    " + String.join(",\n    ", each) + "\n  ]";
    }

    private static String json(Value value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("value", String.valueOf(value.value()));
        if (value.numerator() != null) {
            parts.put("numerator", value.numerator());
        }
        if (value.denominator() != null) {
            parts.put("denominator", value.denominator());
        }
        if (value.median() != null) {
            parts.put("median", value.median());
        }
        if (value.p90() != null) {
            parts.put("p90", value.p90());
        }
        if (value.reason() != null) {
            parts.put("reason", "\"" + value.reason() + "\"");
        }
        value.companions().forEach((name, companion) -> parts.put(name, "{" + json(companion) + "}"));
        return parts.entrySet().stream()
                .map(part -> "\"" + part.getKey() + "\": " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
