package crm.report.openapi;

import crm.engine.model.Formula;
import crm.engine.model.Metric;
import crm.engine.model.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an answer to a metric looks like, with figures that fit together. */
final class AnswerExample {

    private AnswerExample() {}

    static Map<String, Object> of(Metric metric) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("metric", metric.id());
        example.put("name", metric.name());
        example.put("unit", metric.unit().code());
        example.put("displayUnit", metric.unit().display());
        if (metric.unit() == Unit.MONEY) {
            example.put("currency", "EUR");
        }
        example.put("additive", metric.additive());
        example.put("period", period());
        example.putAll(figure(metric.shape().formula(), metric.unit()));
        example.put("definition", definition(metric));
        example.put("dataThrough", ordered("position", 104233, "time", "2026-02-02T09:14:03Z"));
        example.put("links", Map.of("self", "/v1/metrics/" + metric.id() + "?from=2026-01-01&to=2026-02-01"));
        return example;
    }

    private static Map<String, Object> period() {
        Map<String, Object> period = ordered("from", "2026-01-01", "to", "2026-02-01");
        period.putAll(ordered("tz", "UTC", "weekStart", "monday"));
        period.put("fiscalYearStart", 1);
        period.put("partial", false);
        return period;
    }

    private static Map<String, Object> definition(Metric metric) {
        Map<String, Object> definition = ordered("formula", metric.formulaText(), "dateField", metric.dateField());
        definition.putAll(
                ordered("version", Metric.DEFINITION_VERSION, "href", "/v1/metrics/" + metric.id() + "/definition"));
        return definition;
    }

    /** In this order, so that the document is the same each time it is made. */
    private static Map<String, Object> ordered(String first, Object value, String second, Object other) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(first, value);
        ordered.put(second, other);
        return ordered;
    }

    private static Map<String, Object> figure(Formula formula, Unit unit) {
        Map<String, Object> figure = new LinkedHashMap<>();
        switch (formula) {
            case Formula.Single single -> figure.put("value", unit == Unit.MONEY ? 48250.75 : 42);
            case Formula.Ratio ratio -> fraction(figure, 0.6, 42, 70);
            case Formula.OnlyIf onlyIf -> fraction(figure, 120.5, 5061.0, 42);
            case Formula.PerDay perDay -> fraction(figure, 1.5, 42, 28);
            case Formula.Growth growth -> fraction(figure, 0.05, 60, 1200);
            case Formula.CostOfEach each -> fraction(figure, 12.5, 525, 42);
            case Formula.Return gain -> fraction(figure, 0.5, 60, 40);
            case Formula.Mean mean -> {
                fraction(figure, 3600, 151200, 42);
                figure.put("median", 3000);
                figure.put("p90", 7200);
            }
            case Formula.MeanAge age -> fraction(figure, 3600, 151200, 42);
        }
        return figure;
    }

    private static void fraction(Map<String, Object> figure, Number value, Number numerator, Number denominator) {
        figure.put("value", value);
        figure.put("numerator", numerator);
        figure.put("denominator", denominator);
    }
}
