package crm.engine.sql;

import crm.engine.model.Aggregate;
import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which measures are asked together. */
public final class Planner {

    private Planner() {}

    public static Plan plan(MetricQuery query) {
        Map<Source, List<Measure>> bySource = new LinkedHashMap<>();
        for (Measure measure : measures(query.shape(), query.dimensions())) {
            bySource.computeIfAbsent(new Source(measure.fact(), measure.timing()), source -> new ArrayList<>())
                    .add(measure);
        }
        return new Plan(bySource.entrySet().stream()
                .map(entry ->
                        new Plan.Step(entry.getKey().fact(), entry.getKey().timing(), entry.getValue()))
                .toList());
    }

    /** Whether all that the formula is made of has these dimensions. */
    public static boolean canBeAskedBy(Formula formula, Set<Dimension> dimensions) {
        return formula.measures().stream().allMatch(measure -> dimensions.stream()
                .allMatch(dimension -> measure.fact().own(dimension).isPresent()));
    }

    /** Whether anything that the shape tells is money. */
    public static boolean sumsMoney(Shape shape) {
        return Stream.concat(
                        Stream.of(shape.formula()), shape.companions().stream().map(Shape.Companion::formula))
                .flatMap(formula -> formula.measures().stream())
                .anyMatch(measure -> measure.aggregate() instanceof Aggregate.Money);
    }

    /** Each measure once. Its name becomes a column, so two different ones of one name would be mixed up. */
    private static List<Measure> measures(Shape shape, Set<Dimension> needed) {
        List<Measure> measures = Stream.concat(
                        Stream.of(shape.formula()), shape.companions().stream().map(Shape.Companion::formula))
                .filter(formula -> canBeAskedBy(formula, needed))
                .flatMap(formula -> formula.measures().stream())
                .distinct()
                .toList();
        Set<String> names = new HashSet<>();
        for (Measure measure : measures) {
            if (!names.add(measure.name())) {
                throw new IllegalArgumentException("two measures are called " + measure.name());
            }
        }
        return measures;
    }

    private record Source(Fact fact, Timing timing) {}
}
