package crm.report.metric;

import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Switch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads a metric's own parameters and makes the changes that they stand for. */
final class SwitchReader {

    private final Parameters parameters;
    private final Metric metric;
    private final Function<String, Optional<Integer>> usual;

    /** @param usual what a number is where it is not given; nothing where the metric decides */
    SwitchReader(Parameters parameters, Metric metric, Function<String, Optional<Integer>> usual) {
        this.parameters = parameters;
        this.metric = metric;
        this.usual = usual;
    }

    /** The metric's shape with all switches applied, in the order in which the metric lists them. */
    Shape read() {
        Shape shape = metric.shape();
        for (Switch each : metric.switches()) {
            shape = change(each).apply(shape);
        }
        return shape;
    }

    private UnaryOperator<Shape> change(Switch each) {
        return switch (each) {
            case Switch.Choice choice -> choice(choice);
            case Switch.Number number ->
                parameters
                        .number(number.name(), number.minimum(), number.maximum())
                        .or(() -> usual.apply(number.name()))
                        .map(value -> number.change().apply(value))
                        .orElse(UnaryOperator.identity());
            case Switch.Members members -> members(members);
            case Switch.Filter filter -> UnaryOperator.identity();
        };
    }

    private UnaryOperator<Shape> choice(Switch.Choice choice) {
        String allowed = String.join(
                ", ", choice.options().stream().map(Switch.Option::name).toList());
        return parameters
                .one(choice.name(), "unknown_choice", "one of " + allowed, choice::option)
                .map(Switch.Option::change)
                .orElse(UnaryOperator.identity());
    }

    private UnaryOperator<Shape> members(Switch.Members members) {
        List<String> words = parameters.words(members.name());
        List<String> wrong =
                words.stream().filter(word -> !members.members().contains(word)).toList();
        if (!wrong.isEmpty()) {
            parameters.fault(
                    members.name(), "unknown_choice", "some of " + String.join(", ", members.members()) + " by commas");
        }
        return words.isEmpty() || !wrong.isEmpty()
                ? UnaryOperator.identity()
                : members.change().apply(words.stream().distinct().toList());
    }
}
