package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Switch;
import crm.report.catalog.Catalogue;
import crm.report.world.Company;
import crm.report.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each metric answers, whatever it is asked by. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EveryMetricTest {

    private static final String YEAR = "from=2025-01-01&to=2026-01-01";

    @Test
    void everyMetricAnswersByEveryDimensionAndGrain() {
        Company acme = Company.in("Europe/Brussels");
        for (Metric metric : Catalogue.metrics()) {
            for (Dimension dimension : metric.shape().dimensions()) {
                acme.asking()
                        .get("/v1/metrics/%s?%s&grain=month&groupBy=%s&compare=year"
                                .formatted(metric.id(), YEAR, dimension.name()))
                        .then()
                        .log()
                        .ifValidationFails()
                        .statusCode(200)
                        .body("series.size()", equalTo(12));
            }
        }
    }

    @Test
    void everyMetricTakesEachOfItsOwnParameters() {
        Company acme = Company.in("Asia/Kolkata");
        for (Metric metric : Catalogue.metrics()) {
            for (Switch each : metric.switches()) {
                for (String value : values(each)) {
                    acme.asking()
                            .get("/v1/metrics/%s?%s&grain=hour&tz=Australia/Lord_Howe&%s=%s"
                                    .formatted(metric.id(), "from=2025-04-01&to=2025-04-08", each.name(), value))
                            .then()
                            .log()
                            .ifValidationFails()
                            .statusCode(200);
                    acme.asking()
                            .get("/v1/metrics/%s/records?%s&%s=%s".formatted(metric.id(), YEAR, each.name(), value))
                            .then()
                            .log()
                            .ifValidationFails()
                            .statusCode(200)
                            .body("count", equalTo(0));
                }
            }
        }
    }

    @Test
    void everyMetricHasADefinition() {
        Company acme = Company.in("UTC");
        for (Metric metric : Catalogue.metrics()) {
            List<String> dimensions = acme.asking()
                    .get("/v1/metrics/" + metric.id() + "/definition")
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(200)
                    .body("id", equalTo(metric.id()))
                    .extract()
                    .path("dimensions");
            assertThat(dimensions).isNotEmpty();
        }
    }

    private static List<String> values(Switch each) {
        return switch (each) {
            case Switch.Choice choice ->
                choice.options().stream().map(Switch.Option::name).toList();
            case Switch.Number number ->
                Stream.of(number.minimum(), number.maximum())
                        .map(String::valueOf)
                        .toList();
            case Switch.Members members ->
                List.of(members.members().getFirst(), members.members().stream().collect(Collectors.joining(",")));
            case Switch.Filter filter -> List.of("anything");
        };
    }
}
