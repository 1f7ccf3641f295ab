package crm.engine.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a metric computes: its value, and the companions that are told beside it.
 *
 * @param finer the same made of smaller things, asked where a dimension is named that only those have; their number may
 *     be larger than that of the whole
 */
public record Shape(
        Formula formula,
        List<Companion> companions,
        @Nullable Shape finer) {

    public Shape {
        companions = List.copyOf(companions);
    }

    public Shape(Formula formula, List<Companion> companions) {
        this(formula, companions, null);
    }

    public static Shape of(Formula formula, Companion... companions) {
        return new Shape(formula, List.of(companions));
    }

    /** What all measures of the value can be grouped and filtered by. */
    public List<Dimension> dimensions() {
        return finer == null
                ? ownDimensions()
                : Stream.concat(
                                ownDimensions().stream(),
                                finer.ownDimensions().stream().filter(each -> !has(each)))
                        .toList();
    }

    /** Whether the dimension can be asked without the finer shape. */
    public boolean has(Dimension dimension) {
        return ownDimensions().stream().anyMatch(each -> each.name().equals(dimension.name()));
    }

    private List<Dimension> ownDimensions() {
        List<Measure> measures = formula.measures();
        return measures.getFirst().fact().dimensions().stream()
                .filter(dimension -> measures.stream()
                        .allMatch(measure ->
                                measure.fact().dimension(dimension.name()).isPresent()))
                .toList();
    }

    /** Whether it tells of the end of a period what a running period's end, that is now, decides. */
    public boolean dependsOnTheInstant() {
        return formulas().anyMatch(Shape::dependsOnTheInstant)
                || measures()
                        .anyMatch(each -> dependsOnTheInstant(each.timing())
                                || each.fact().dependsOnInstants());
    }

    private static boolean dependsOnTheInstant(Formula formula) {
        return switch (formula) {
            case Formula.Single single -> false;
            case Formula.Ratio ratio -> false;
            case Formula.OnlyIf onlyIf -> dependsOnTheInstant(onlyIf.formula());
            case Formula.Return gain -> false;
            case Formula.Mean mean -> false;
            case Formula.CostOfEach each -> false;
            case Formula.MeanAge age -> true;
            case Formula.PerDay perDay -> true;
            case Formula.Growth growth -> true;
        };
    }

    private static boolean dependsOnTheInstant(Timing timing) {
        return switch (timing) {
            case Timing.At at -> false;
            case Timing.Lasting lasting -> true;
            case Timing.Overlapping overlapping -> false;
            case Timing.Framed framed -> framed.stands().stream().anyMatch(each -> each.edge() == Timing.Edge.LAST);
        };
    }

    /** Whether a row counts or not by what time it is, in periods long over too. */
    public boolean looksAtTheClock() {
        return measures().flatMap(each -> each.conditions().stream()).anyMatch(Condition::looksAtTheClock);
    }

    private Stream<Formula> formulas() {
        Stream<Formula> own =
                Stream.concat(Stream.of(formula), companions.stream().map(Companion::formula));
        return finer == null ? own : Stream.concat(own, finer.formulas());
    }

    private Stream<Measure> measures() {
        return formulas().flatMap(each -> each.measures().stream());
    }

    /** The same with every measure changed, the companions' too. */
    public Shape over(UnaryOperator<Measure> change) {
        return new Shape(
                formula.over(change),
                companions.stream()
                        .map(each -> new Companion(
                                each.name(), each.unit(), each.formula().over(change)))
                        .toList(),
                finer == null ? null : finer.over(change));
    }

    public Shape with(Formula other) {
        return new Shape(other, companions, finer);
    }

    public Shape and(Companion more) {
        return new Shape(
                formula, Stream.concat(companions.stream(), Stream.of(more)).toList(), finer);
    }

    public Shape refinedBy(Shape other) {
        return new Shape(formula, companions, other);
    }

    /** A further number beside a metric's value. */
    public record Companion(String name, Unit unit, Formula formula) {}
}
