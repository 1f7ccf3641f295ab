package crm.report.export;

import crm.engine.model.Fact;
import crm.engine.model.Metric;
import crm.report.catalog.MetricNames;
import crm.report.export.Portable.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The catalogue as a document of the Open Semantic Interchange, called Apache Ossie since. */
final class SemanticInterchange {

    /** Of the specification. */
    static final String VERSION = "0.2.0.dev0";

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String EXPRESSION = "expression";
    private static final String CONTEXT = "ai_context";

    private SemanticInterchange() {}

    static Map<String, Object> of(List<Metric> catalogue) {
        List<Portable> metrics =
                catalogue.stream().flatMap(each -> Portable.of(each).stream()).toList();
        Map<String, List<Part>> tables = new LinkedHashMap<>();
        metrics.forEach(metric -> metric.parts()
                .forEach(part -> tables.computeIfAbsent(part.fact().table(), table -> new ArrayList<>())
                        .add(part)));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(NAME, "crm");
        model.put(DESCRIPTION, "Facts and metrics of customer relationship management.");
        List<Map<String, Object>> datasets = new ArrayList<>();
        tables.forEach((table, parts) -> datasets.add(dataset(table, parts)));
        model.put("datasets", datasets);
        model.put("metrics", metrics.stream().map(SemanticInterchange::metric).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("semantic_model", List.of(model));
        return document;
    }

    private static Map<String, Object> dataset(String table, List<Part> parts) {
        Fact first = parts.getFirst().fact();
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put(NAME, table);
        dataset.put("source", "main." + table);
        dataset.put("primary_key", first.key());
        dataset.put(DESCRIPTION, "Rows are " + first.name() + ".");
        dataset.put("fields", List.copyOf(fields(parts).values()));
        return dataset;
    }

    /** What metrics name is a column as it is; a dimension that is something else under that name is left out. */
    private static Map<String, Map<String, Object>> fields(List<Part> parts) {
        Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
        Set<String> columns = new TreeSet<>();
        parts.forEach(part -> columns.addAll(PortableSql.columns(part.expression(""))));
        parts.forEach(part -> fields.putIfAbsent(part.moment(), field(part.moment(), part.moment(), ofTime(true))));
        parts.forEach(part -> PortableDimensions.of(part.fact(), false).forEach((name, expression) -> {
            String field = Portable.snake(name);
            if (!columns.contains(field) || field.equals(expression)) {
                fields.putIfAbsent(field, field(field, expression, ofTime(false)));
            }
        }));
        columns.forEach(column -> fields.putIfAbsent(column, field(column, column, Map.of())));
        return fields;
    }

    private static Map<String, Object> ofTime(boolean isTime) {
        return Map.of("dimension", Map.of("is_time", isTime));
    }

    private static Map<String, Object> field(String name, String expression, Map<String, ?> more) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put(NAME, name);
        field.put(EXPRESSION, expression(expression));
        field.putAll(more);
        return field;
    }

    private static Map<String, Object> metric(Portable portable) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put(NAME, portable.name());
        metric.put(EXPRESSION, expression(value(portable)));
        metric.put(DESCRIPTION, Said.about(portable));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(
                "instructions",
                "A row belongs to the period in which "
                        + String.join(
                                " and ",
                                portable.parts().stream()
                                        .map(part -> part.fact().table() + "." + part.moment())
                                        .distinct()
                                        .toList())
                        + " lies.");
        context.put(
                "synonyms",
                List.copyOf(new TreeSet<>(MetricNames.of(portable.metric()).values())));
        metric.put(CONTEXT, context);
        return metric;
    }

    private static String value(Portable portable) {
        String first = aggregate(portable.parts().getFirst());
        String last = aggregate(portable.parts().getLast());
        return switch (portable.form()) {
            case ALONE -> first;
            case RATIO -> "1.0 * " + first + " / NULLIF(" + last + ", 0)";
            case RETURN -> "1.0 * (" + first + " - " + last + ") / NULLIF(" + last + ", 0)";
        };
    }

    private static String aggregate(Part part) {
        String expression = part.expression(part.fact().table() + ".");
        return switch (part.aggregation()) {
            case SUM -> "SUM(" + expression + ")";
            case COUNT_DISTINCT -> "COUNT(DISTINCT " + expression + ")";
            case AVERAGE -> "AVG(" + expression + ")";
        };
    }

    private static Map<String, Object> expression(String sql) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("dialect", "ANSI_SQL");
        said.put(EXPRESSION, sql);
        return Map.of("dialects", List.of(said));
    }
}
