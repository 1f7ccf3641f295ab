package crm.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Metric;
import crm.engine.sql.Sql;
import crm.engine.store.DuckDbStore;
import crm.engine.store.Row;
import crm.report.catalog.Catalogue;
import crm.report.catalog.MetricGroup;
import crm.report.load.FactTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue in the words of other tools, as their specifications have them. */
class ExportTest {

    /** As MetricFlow has names: at least two characters, no two underscores together. */
    private static final String NAME = "(?!.*__)[a-z][a-z0-9_]*[a-z0-9]";

    private static final Map<String, Object> FLOW = MetricFlow.of(Catalogue.metrics());
    private static final Map<String, Object> INTERCHANGE = SemanticInterchange.of(Catalogue.metrics());

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(map.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) Objects.requireNonNull(map.get(key), key);
    }

    private static String text(Map<String, Object> map, String key) {
        return (String) Objects.requireNonNull(map.get(key), key);
    }

    private static Map<String, Object> model() {
        return list(INTERCHANGE, "semantic_model").getFirst();
    }

    @Test
    void moreThanHalfOfTheThirtyFiveCanBeSaid() {
        List<Metric> standard = Catalogue.metrics().stream()
                .filter(metric -> Catalogue.group(metric) == MetricGroup.STANDARD)
                .toList();

        assertThat(standard)
                .filteredOn(metric -> Portable.of(metric).isPresent())
                .hasSizeGreaterThan(standard.size() / 2);
        assertThat(list(model(), "metrics")).hasSameSizeAs(list(FLOW, "metrics"));
    }

    @Test
    void stocksAndWhatLooksAtTwoPeriodsAreLeftOut() {
        assertThat(List.of("open-opportunities", "email-list-growth-rate", "average-service-calls-per-day"))
                .allMatch(id -> {
                    Metric metric = Catalogue.metric(id).orElseThrow();
                    return Portable.of(metric).isEmpty();
                });
    }

    @Test
    void everyNameOfMetricFlowIsOneAndStandsOnce() {
        List<String> names = new ArrayList<>();
        List<String> models = new ArrayList<>();
        for (Map<String, Object> model : list(FLOW, "semantic_models")) {
            models.add(text(model, "name"));
            List<String> within = new ArrayList<>();
            list(model, "dimensions").forEach(each -> within.add(text(each, "name")));
            list(model, "entities").forEach(each -> within.add(text(each, "name")));
            assertThat(within).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
            list(model, "measures").forEach(each -> names.add(text(each, "name")));
        }
        list(FLOW, "metrics").forEach(each -> names.add(text(each, "name")));

        assertThat(models).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
    }

    @Test
    void metricsOfMetricFlowAreMadeOfItsMeasures() {
        Set<String> measures = new HashSet<>();
        for (Map<String, Object> model : list(FLOW, "semantic_models")) {
            Set<String> times = new HashSet<>();
            list(model, "dimensions").stream()
                    .filter(each -> text(each, "type").equals("time"))
                    .forEach(each -> times.add(text(each, "name")));
            list(model, "measures").forEach(measure -> {
                measures.add(text(measure, "name"));
                assertThat(times).contains(text(measure, "agg_time_dimension"));
                assertThat(text(measure, "agg")).isIn("sum", "count_distinct", "average");
            });
        }
        for (Map<String, Object> metric : list(FLOW, "metrics")) {
            Map<String, Object> parameters = map(metric, "type_params");
            List<String> parts =
                    switch (text(metric, "type")) {
                        case "simple" -> List.of(text(parameters, "measure"));
                        case "ratio" -> List.of(text(parameters, "numerator"), text(parameters, "denominator"));
                        case "derived" ->
                            list(parameters, "metrics").stream()
                                    .map(each -> text(each, "name"))
                                    .toList();
                        default -> throw new AssertionError(metric);
                    };
            assertThat(measures).containsAll(parts);
        }
    }

    @Test
    void theInterchangeHasTheMembersOfItsSpecificationAndNoOthers() {
        assertThat(INTERCHANGE).containsOnlyKeys("version", "semantic_model").containsEntry("version", "0.2.0.dev0");
        assertThat(model()).containsOnlyKeys("name", "description", "datasets", "metrics");
        for (Map<String, Object> dataset : list(model(), "datasets")) {
            assertThat(dataset).containsOnlyKeys("name", "source", "primary_key", "description", "fields");
            list(dataset, "fields").forEach(field -> assertThat(field.keySet())
                    .contains("name", "expression")
                    .isSubsetOf("name", "expression", "dimension"));
        }
        for (Map<String, Object> metric : list(model(), "metrics")) {
            assertThat(metric).containsOnlyKeys("name", "expression", "description", "ai_context");
            assertThat(list(map(metric, "expression"), "dialects"))
                    .allMatch(each ->
                            each.keySet().equals(Set.of("dialect", "expression")) && each.containsValue("ANSI_SQL"));
        }
    }

    /** Asked of tables without rows, every expression is understood, and counts nothing. */
    @Test
    void theDatabaseUnderstandsEveryExpression() {
        try (DuckDbStore store = DuckDbStore.temporary(FactTables.all())) {
            for (Map<String, Object> dataset : list(model(), "datasets")) {
                for (Map<String, Object> field : list(dataset, "fields")) {
                    ask(store, expression(field), text(dataset, "name"));
                }
            }
            for (Metric metric : Catalogue.metrics()) {
                Portable.of(metric).ifPresent(portable -> {
                    String tables = String.join(
                            ", ",
                            portable.parts().stream()
                                    .map(part -> part.fact().table())
                                    .distinct()
                                    .toList());
                    list(model(), "metrics").stream()
                            .filter(each -> text(each, "name").equals(portable.name()))
                            .forEach(each -> ask(store, expression(each), tables));
                });
            }
            for (Map<String, Object> model : list(FLOW, "semantic_models")) {
                String table = text(map(model, "node_relation"), "alias");
                list(model, "measures").forEach(each -> ask(store, text(each, "expr"), table));
                list(model, "entities").forEach(each -> ask(store, text(each, "expr"), table));
            }
        }
    }

    private static String expression(Map<String, Object> said) {
        return text(list(map(said, "expression"), "dialects").getFirst(), "expression");
    }

    private static void ask(DuckDbStore store, String expression, String tables) {
        List<Row> rows =
                store.read("acme", snapshot -> snapshot.query(Sql.of("SELECT " + expression + " FROM " + tables)));

        assertThat(rows).as(expression).hasSizeLessThan(2);
    }

    @Test
    void yamlIsWrittenToBeRead() {
        String yaml = Yaml.of(FLOW);

        assertThat(yaml)
                .startsWith("semantic_models:\n  - name: \"leads\"\n")
                .contains("\nmetrics:\n  - name: \"prospects\"\n    label: \"Number of prospects\"\n")
                .contains("numerator: \"close_rate_deals_won\"\n      denominator: \"close_rate_deals_closed\"\n");
    }
}
