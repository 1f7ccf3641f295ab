package crm.report.report;

import crm.engine.model.Aggregate;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Unit;
import crm.engine.query.Answer.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which number of a metric's answer a column shows. */
public sealed interface Part {

    /** One that every answer may have. */
    enum Plain implements Part {
        VALUE,
        MEDIAN,
        P90,
        NUMERATOR,
        DENOMINATOR
    }

    /** The value of a companion. */
    record Companion(String name) implements Part {}

    /** This part of a value; null where there is none. */
    default @Nullable BigDecimal of(Value value) {
        return switch (this) {
            case Plain plain ->
                switch (plain) {
                    case VALUE -> value.value();
                    case MEDIAN -> value.median();
                    case P90 -> value.p90();
                    case NUMERATOR -> value.numerator();
                    case DENOMINATOR -> value.denominator();
                };
            case Companion companion -> {
                Value found = value.companions().get(companion.name());
                yield found == null ? null : found.value();
            }
        };
    }

    /** What this part is where the metric counted nothing at all. */
    default @Nullable BigDecimal ofNothing(Shape shape) {
        return switch (this) {
            case Plain plain ->
                switch (plain) {
                    case VALUE -> shape.formula() instanceof Formula.Single ? BigDecimal.ZERO : null;
                    case NUMERATOR, DENOMINATOR -> BigDecimal.ZERO;
                    case MEDIAN, P90 -> null;
                };
            case Companion companion ->
                companion(shape, companion).formula() instanceof Formula.Single ? BigDecimal.ZERO : null;
        };
    }

    default Unit unit(Metric metric) {
        return switch (this) {
            case Plain plain ->
                switch (plain) {
                    case VALUE, MEDIAN, P90 -> metric.unit();
                    case NUMERATOR -> unit(metric.shape().formula().measures().getFirst(), metric);
                    case DENOMINATOR ->
                        metric.shape().formula() instanceof Formula.Mean
                                ? Unit.COUNT
                                : unit(metric.shape().formula().measures().getLast(), metric);
                };
            case Companion companion -> companion(metric.shape(), companion).unit();
        };
    }

    private static Unit unit(Measure measure, Metric metric) {
        return switch (measure.aggregate()) {
            case Aggregate.Count count -> Unit.COUNT;
            case Aggregate.Distinct distinct -> Unit.COUNT;
            case Aggregate.Sum sum -> Unit.DECIMAL;
            case Aggregate.Money money -> Unit.MONEY;
            case Aggregate.Spread spread -> metric.unit();
            case Aggregate.EpochSum sum -> metric.unit();
        };
    }

    /**
     * What the address of the metric's records calls the rows that this part counted; nothing where it lists other rows.
     */
    default List<String> records(Shape shape) {
        List<Measure> measures = shape.formula().measures();
        boolean several = measures.size() > 1;
        return switch (this) {
            case Plain plain ->
                switch (plain) {
                    case VALUE, MEDIAN, P90, DENOMINATOR -> several ? List.of("denominator") : List.of("");
                    case NUMERATOR -> several ? List.of("numerator") : List.of("");
                };
            case Companion companion -> {
                Measure counted =
                        companion(shape, companion).formula().measures().getLast();
                yield !several && sameRows(counted, measures.getFirst()) ? List.of("") : List.of();
            }
        };
    }

    private static boolean sameRows(Measure one, Measure other) {
        return one.fact().equals(other.fact())
                && one.timing().equals(other.timing())
                && one.conditions().equals(other.conditions());
    }

    private static Shape.Companion companion(Shape shape, Companion wanted) {
        return shape.companions().stream()
                .filter(each -> each.name().equals(wanted.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no companion " + wanted.name()));
    }
}
