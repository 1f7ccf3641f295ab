package crm.report.export;

import crm.engine.model.Fact;
import crm.engine.model.Metric;
import crm.report.export.Portable.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalogue as semantic models and metrics of dbt's MetricFlow. */
final class MetricFlow {

    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";
    private static final String EXPRESSION = "expr";

    private MetricFlow() {}

    static Map<String, Object> of(List<Metric> catalogue) {
        List<Portable> metrics =
                catalogue.stream().flatMap(each -> Portable.of(each).stream()).toList();
        Map<Fact, List<Part>> parts = new LinkedHashMap<>();
        metrics.forEach(
                metric -> metric.parts().forEach(part -> parts.computeIfAbsent(part.fact(), fact -> new ArrayList<>())
                        .add(part)));
        List<Map<String, Object>> models = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        parts.forEach((fact, some) -> models.add(model(unused(Portable.snake(fact.name()), names), fact, some)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("semantic_models", models);
        document.put("metrics", metrics.stream().map(MetricFlow::metric).toList());
        return document;
    }

    private static String unused(String name, Set<String> names) {
        String free = name;
        for (int number = 2; !names.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private static Map<String, Object> model(String name, Fact fact, List<Part> parts) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(NAME, name);
        model.put(DESCRIPTION, "Rows are " + fact.name() + ".");
        model.put("node_relation", Map.of("alias", fact.table(), "schema_name", "main"));
        model.put("defaults", Map.of("agg_time_dimension", parts.getFirst().moment()));
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put(NAME, name + "_row");
        entity.put(TYPE, "primary");
        entity.put(EXPRESSION, String.join(" || '/' || ", fact.key()));
        model.put("entities", List.of(entity));
        model.put("dimensions", dimensions(fact, parts));
        model.put("measures", parts.stream().map(MetricFlow::measure).toList());
        return model;
    }

    private static List<Map<String, Object>> dimensions(Fact fact, List<Part> parts) {
        Map<String, Map<String, Object>> dimensions = new LinkedHashMap<>();
        parts.forEach(part -> {
            Map<String, Object> moment = new LinkedHashMap<>();
            moment.put(NAME, part.moment());
            moment.put(TYPE, "time");
            moment.put("type_params", Map.of("time_granularity", "day"));
            dimensions.put(part.moment(), moment);
        });
        PortableDimensions.of(fact, true).forEach((name, expression) -> {
            Map<String, Object> dimension = new LinkedHashMap<>();
            dimension.put(NAME, Portable.snake(name));
            dimension.put(TYPE, "categorical");
            dimension.put(EXPRESSION, expression);
            dimensions.putIfAbsent(Portable.snake(name), dimension);
        });
        return List.copyOf(dimensions.values());
    }

    private static Map<String, Object> measure(Part part) {
        Map<String, Object> measure = new LinkedHashMap<>();
        measure.put(NAME, part.name());
        measure.put("agg", Portable.snake(part.aggregation().name()));
        measure.put("agg_time_dimension", part.moment());
        measure.put(EXPRESSION, part.expression(""));
        measure.put("create_metric", true);
        return measure;
    }

    private static Map<String, Object> metric(Portable portable) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put(NAME, portable.name());
        metric.put("label", portable.metric().name());
        metric.put(DESCRIPTION, Said.about(portable));
        String first = portable.parts().getFirst().name();
        String last = portable.parts().getLast().name();
        switch (portable.form()) {
            case ALONE -> {
                metric.put(TYPE, "simple");
                metric.put("type_params", Map.of("measure", first));
            }
            case RATIO -> {
                metric.put(TYPE, "ratio");
                Map<String, Object> parameters = new LinkedHashMap<>();
                parameters.put("numerator", first);
                parameters.put("denominator", last);
                metric.put("type_params", parameters);
            }
            case RETURN -> {
                metric.put(TYPE, "derived");
                Map<String, Object> parameters = new LinkedHashMap<>();
                parameters.put(EXPRESSION, "(%1$s - %2$s) / NULLIF(%2$s, 0)".formatted(first, last));
                parameters.put("metrics", List.of(Map.of(NAME, first), Map.of(NAME, last)));
                metric.put("type_params", parameters);
            }
        }
        return metric;
    }
}
