package crm.engine.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a metric computes: its value, and the companions that are told beside it.
 */
public record Shape(Formula formula, List<Companion> companions) {

    public Shape {
        companions = List.copyOf(companions);
    }

    public static Shape of(Formula formula, Companion... companions) {
        return new Shape(formula, List.of(companions));
    }

    /** What all measures of the value can be grouped and filtered by. */
    public List<Dimension> dimensions() {
        List<Measure> measures = formula.measures();
        return measures.getFirst().fact().dimensions().stream()
                .filter(dimension -> measures.stream()
                        .allMatch(measure ->
                                measure.fact().dimension(dimension.name()).isPresent()))
                .toList();
    }

    /** The same with every measure changed, the companions' too. */
    public Shape over(UnaryOperator<Measure> change) {
        return new Shape(
                formula.over(change),
                companions.stream()
                        .map(each -> new Companion(
                                each.name(), each.unit(), each.formula().over(change)))
                        .toList());
    }

    public Shape with(Formula other) {
        return new Shape(other, companions);
    }

    public Shape and(Companion more) {
        return new Shape(
                formula, Stream.concat(companions.stream(), Stream.of(more)).toList());
    }

    /** A further number beside a metric's value. */
    public record Companion(String name, Unit unit, Formula formula) {}
}
