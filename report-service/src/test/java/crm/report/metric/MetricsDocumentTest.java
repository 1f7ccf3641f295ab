package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Metric;
import crm.report.catalog.Catalogue;
import crm.report.catalog.Language;
import crm.report.metric.DefinitionResponse.CompanionDefinition;
import crm.report.metric.DefinitionResponse.OwnParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that people read says what {@code /v1/metrics/{id}/definition} says. */
class MetricsDocumentTest {

    private static final Path CHECKED_IN = Path.of("..", "docs", "metrics.md");

    private static final String HEAD = """
            # Metrics

            Made from the catalogue by `make accept`; `GET /v1/metrics/{id}/definition` tells the same as JSON. What holds for
            every metric: periods contain their first instant and not their last; counts and sums over nothing are 0; ratios
            and averages are made anew of numerators and denominators for totals and groups, never added up; money in another
            currency is counted and listed as unconverted, never added; deleted and merged records count nowhere.
            """;

    @Test
    void thePageIsMadeFromTheCatalogue() throws IOException {
        String page = HEAD
                + Catalogue.metrics().stream().map(MetricsDocumentTest::section).collect(Collectors.joining());

        if (Boolean.getBoolean("accept")) {
            Files.writeString(CHECKED_IN, page);
        }
        assertThat(page)
                .as("docs/metrics.md is not what the catalogue says; run: make accept")
                .isEqualTo(Files.readString(CHECKED_IN));
    }

    @Test
    void everyMetricIsMadeOfRecords() {
        assertThat(Catalogue.metrics()).allSatisfy(metric -> assertThat(
                        DefinitionResponse.of(metric, Language.EN).inputs())
                .as(metric.id())
                .isNotEmpty());
    }

    private static String section(Metric metric) {
        DefinitionResponse definition = DefinitionResponse.of(metric, Language.EN);
        return """

                ## %s
                `%s` · %s

                | | |
                |---|---|
                | Formula | %s |
                | Period decided by | %s |
                | Unit | %s, shown as %s |
                | Parts add up | %s |
                | Where there is nothing | %s |
                | By | %s |
                | Beside it | %s |
                | Made of | %s |
                | Names | %s |
                | Also called | %s |
                | After | %s |
                """.formatted(
                                definition.name(),
                                definition.id(),
                                definition.description(),
                                definition.formula(),
                                definition.dateField(),
                                definition.unit(),
                                definition.displayUnit(),
                                definition.additive() ? "yes" : "no",
                                definition.empty(),
                                String.join(", ", definition.dimensions()),
                                orNothing(definition.companions().stream().map(MetricsDocumentTest::companion)),
                                String.join(", ", definition.inputs()),
                                definition.names().entrySet().stream()
                                        .map(name -> name.getKey() + " " + name.getValue())
                                        .collect(Collectors.joining(" · ")),
                                orNothing(definition.aliases().stream().map(alias -> "`" + alias + "`")),
                                definition.source())
                + parameters(definition.parameters())
                + rules(definition.rules());
    }

    private static String parameters(List<OwnParameter> parameters) {
        return parameters.isEmpty()
                ? ""
                : "\n"
                        + parameters.stream()
                                .map(each -> "- `%s`: %s %s\n"
                                        .formatted(each.name(), each.description(), String.join(" · ", each.choices())))
                                .collect(Collectors.joining());
    }

    private static String rules(List<String> rules) {
        return rules.isEmpty() ? "" : "\n" + String.join(" ", rules) + "\n";
    }

    private static String companion(CompanionDefinition companion) {
        return companion.name() + " (" + companion.unit() + ")";
    }

    private static String orNothing(java.util.stream.Stream<String> words) {
        String joined = words.collect(Collectors.joining(", "));
        return joined.isEmpty() ? "–" : joined;
    }
}
