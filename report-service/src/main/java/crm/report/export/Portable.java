package crm.report.export;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Fact;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Timing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A metric that can be said as aggregates over the rows of plain tables, each row belonging to the period in which one
 * of its moments lies. What cannot be said so without a change of meaning is not exported.
 *
 * @param form how its value is made of its parts
 */
record Portable(Metric metric, Form form, List<Part> parts) {

    /** How a value is made of one part or two. */
    enum Form {
        /** The part itself. */
        ALONE,
        /** The first by the second. */
        RATIO,
        /** The first less the second, by the second. */
        RETURN
    }

    /** What is made of the rows of a part. */
    enum Aggregation {
        SUM,
        COUNT_DISTINCT,
        AVERAGE
    }

    /**
     * One aggregate.
     *
     * @param moment the column that decides the period
     * @param column what is aggregated, as SQL, before conditions
     * @param conditions all of which a row meets to be counted
     * @param isCount whether every row that meets them counts one
     */
    record Part(
            String name,
            Fact fact,
            String moment,
            Aggregation aggregation,
            String column,
            List<Condition> conditions,
            boolean isCount) {

        /** What is aggregated, of each row. */
        String expression(String qualifier) {
            String value = isCount ? "1" : PortableSql.qualified(column, qualifier);
            if (conditions.isEmpty()) {
                return value;
            }
            return "CASE WHEN " + PortableSql.all(conditions, qualifier) + " THEN " + value
                    + (isCount ? " ELSE 0 END" : " END");
        }
    }

    Portable {
        parts = List.copyOf(parts);
    }

    /** Nothing where the metric cannot be said so. */
    static Optional<Portable> of(Metric metric) {
        return switch (metric.shape().formula()) {
            case Formula.Single single -> of(metric, Form.ALONE, single.measures());
            case Formula.Mean mean -> of(metric, Form.ALONE, mean.measures());
            case Formula.Ratio ratio -> of(metric, Form.RATIO, ratio.measures());
            case Formula.Return gain -> of(metric, Form.RETURN, gain.measures());
            case Formula.OnlyIf onlyIf -> Optional.empty();
            case Formula.CostOfEach each -> Optional.empty();
            case Formula.PerDay perDay -> Optional.empty();
            case Formula.Growth growth -> Optional.empty();
            case Formula.MeanAge age -> Optional.empty();
        };
    }

    private static Optional<Portable> of(Metric metric, Form form, List<Measure> measures) {
        List<Part> parts = measures.stream()
                .flatMap(measure -> part(metric, measure).stream())
                .toList();
        return parts.size() == measures.size() ? Optional.of(new Portable(metric, form, parts)) : Optional.empty();
    }

    private static Optional<Part> part(Metric metric, Measure measure) {
        boolean plain = PortableSql.isName(measure.fact().table())
                && measure.conditions().stream().allMatch(PortableSql::canSay);
        if (!plain || !(measure.timing() instanceof Timing.At at)) {
            return Optional.empty();
        }
        String name = snake(metric.id()) + "_" + measure.name();
        return switch (measure.aggregate()) {
            case Aggregate.Count count -> Optional.of(part(name, measure, at, Aggregation.SUM, "1", true));
            case Aggregate.Sum sum -> Optional.of(part(name, measure, at, Aggregation.SUM, sum.column(), false));
            case Aggregate.Money money -> Optional.of(part(name, measure, at, Aggregation.SUM, money.column(), false));
            case Aggregate.Distinct distinct ->
                distinct.byDay() || distinct.columns().size() > 1
                        ? Optional.empty()
                        : Optional.of(part(
                                name,
                                measure,
                                at,
                                Aggregation.COUNT_DISTINCT,
                                distinct.columns().getFirst(),
                                false));
            case Aggregate.Spread spread ->
                Optional.of(part(name, measure, at, Aggregation.AVERAGE, PortableSql.sum(spread), false));
            case Aggregate.EpochSum sum -> Optional.empty();
        };
    }

    private static Part part(
            String name, Measure measure, Timing.At at, Aggregation aggregation, String column, boolean isCount) {
        return new Part(name, measure.fact(), at.moment(), aggregation, column, measure.conditions(), isCount);
    }

    /** Whether it sums amounts that may be in several currencies, which only the service converts. */
    boolean isMoney() {
        return metric.shape().formula().measures().stream()
                .anyMatch(measure -> measure.aggregate() instanceof Aggregate.Money);
    }

    String name() {
        return snake(metric.id());
    }

    /** Small letters, digits and single underscores. */
    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
