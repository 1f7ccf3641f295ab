package crm.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crm.workbench.acceptance.OpenApiDocument.Operation;
import crm.workbench.acceptance.OpenApiDocument.Parameter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the OpenAPI documents that the services serve at their word. */
@Tag("packaged")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private final Product product;
    private final Partner partner;
    private final List<Operation> reports;
    private final List<Operation> intake;

    OpenApiTest(Product product) {
        this.product = product;
        this.partner = product.newPartner("openapi");
        this.reports = OpenApiDocument.of(product.report()).operations();
        this.intake = OpenApiDocument.of(product.ingest()).operations();
    }

    @Test
    void thereIsOnePathForEachMetricAndForWhatReportsAreMadeOf() {
        JsonNode catalogue = partner.report().get("/v1/metrics").json(200);
        Set<String> expected = new TreeSet<>();
        catalogue
                .required("metrics")
                .forEach(metric -> expected.add(metric.required("id").asText()));
        reports.stream()
                .filter(operation -> operation.path().matches("/v1/reports/[^/{}]+/definition"))
                .forEach(operation -> partner.report()
                        .get(operation.path())
                        .json(200)
                        .findValuesAsText("metric")
                        .forEach(expected::add));
        assertThat(metrics())
                .map(metric -> metric.path().substring("/v1/metrics/".length()))
                .doesNotHaveDuplicates()
                .containsAll(expected);
    }

    @TestFactory
    Stream<DynamicTest> everyMetricAnswersEveryValueItsDocumentNames() {
        return metrics().stream()
                .map(metric -> DynamicTest.dynamicTest(metric.path(), () -> {
                    List<String> queries = new ArrayList<>();
                    for (Parameter parameter : parametersButMinPosition(metric)) {
                        for (String value : parameter.validValues()) {
                            queries.add(query(parameter.name(), value));
                        }
                    }
                    assertThat(queries).isNotEmpty().allSatisfy(query -> assertThat(ask(metric, query))
                            .isEqualTo(200));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyMetricAnswersByEachOfItsDimensions() {
        return metrics().stream()
                .map(metric -> DynamicTest.dynamicTest(metric.path(), () -> {
                    JsonNode definition =
                            partner.report().get(metric.path() + "/definition").json(200);
                    assertThat(definition.required("dimensions")).isNotEmpty().allSatisfy(dimension -> {
                        assertThat(ask(metric, "period=last_12_months&grain=month&groupBy=" + dimension.asText()))
                                .isEqualTo(200);
                        assertThat(ask(metric, "period=last_12_months&filter%5B" + dimension.asText() + "%5D=a,b"))
                                .isEqualTo(200);
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyMetricListsItsRecords() {
        return metrics().stream()
                .map(metric -> DynamicTest.dynamicTest(metric.path(), () -> {
                    JsonNode page = partner.report()
                            .get(metric.path() + "/records?period=last_30_days")
                            .json(200);
                    assertThat(page.required("records")).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationWantsAKey() {
        return Stream.concat(
                withoutKey(product.report(), reports, "not a key"), withoutKey(product.ingest(), intake, "not a key"));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationWantsAKeyOfItsScope() {
        return Stream.concat(
                reports.stream()
                        .map(operation -> refused(
                                operation,
                                partner.ingest()
                                        .key()
                                        .map(key -> product.report().with(key))
                                        .orElseThrow(),
                                403)),
                intake.stream()
                        .map(operation -> refused(
                                operation,
                                partner.report()
                                        .key()
                                        .map(key -> product.ingest().with(key))
                                        .orElseThrow(),
                                403)));
    }

    private static Stream<DynamicTest> withoutKey(Api service, List<Operation> operations, String wrongKey) {
        return operations.stream()
                .flatMap(operation ->
                        Stream.of(refused(operation, service, 401), refused(operation, service.with(wrongKey), 401)));
    }

    private static DynamicTest refused(Operation operation, Api caller, int status) {
        String who = caller.key().isEmpty() ? "without a key" : "with a key that does not do";
        return DynamicTest.dynamicTest(operation + " " + who, () -> {
            Reply reply = caller.send(operation.method(), operation.somePath(), BodyPublishers.ofString("{}"));
            ProblemAssert.assertThat(reply).isProblem(status);
        });
    }

    private List<Operation> metrics() {
        return reports.stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.path().matches("/v1/metrics/[^/{}]+"))
                .filter(operation -> !operation.path().equals("/v1/metrics/export"))
                .toList();
    }

    /** What asks for data that are not there yet is answered when they are. */
    private static List<Parameter> parametersButMinPosition(Operation metric) {
        return metric.parameters().stream()
                .filter(parameter -> !parameter.name().equals("minPosition"))
                .toList();
    }

    private int ask(Operation metric, String query) {
        return partner.report().get(metric.path() + "?" + query).status();
    }

    private static String query(String name, String value) {
        String question = name + "=" + value + (name.equals("align") ? "&compare=previous" : "");
        return name.equals("period") ? question : "period=last_12_months&" + question;
    }
}
