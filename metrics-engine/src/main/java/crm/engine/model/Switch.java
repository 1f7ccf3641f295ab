package crm.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A parameter of a metric's own that changes what it computes. */
public sealed interface Switch {

    String name();

    String description();

    /** One of a few; the first is the default and changes nothing. */
    record Choice(String name, String description, List<Option> options) implements Switch {
        public Choice {
            options = List.copyOf(options);
        }

        public Optional<Option> option(String wanted) {
            return options.stream().filter(each -> each.name().equals(wanted)).findFirst();
        }
    }

    /** One choice, what it means and what it does. */
    record Option(String name, String description, UnaryOperator<Shape> change) {}

    /** A whole number between two bounds, both included; absent, nothing is changed. */
    record Number(String name, String description, int minimum, int maximum, IntFunction<UnaryOperator<Shape>> change)
            implements Switch {}

    /** Some of a closed list of words, comma-separated; absent, nothing is changed. */
    record Members(
            String name, String description, List<String> members, Function<List<String>, UnaryOperator<Shape>> change)
            implements Switch {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** One member of a dimension: another way to write a filter. */
    record Filter(String name, String description, String dimension) implements Switch {}

    static Choice choice(String name, String description, Option... options) {
        return new Choice(name, description, List.of(options));
    }

    static Option usual(String name, String description) {
        return new Option(name, description, UnaryOperator.identity());
    }

    static Option option(String name, String description, UnaryOperator<Shape> change) {
        return new Option(name, description, change);
    }

    /** {@code false}, the default, or {@code true}, which makes the change. */
    static Choice yesNo(String name, String description, UnaryOperator<Shape> change) {
        return choice(name, description, usual("false", "No."), option("true", "Yes.", change));
    }
}
