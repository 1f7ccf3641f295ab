package crm.report.metric;

import crm.engine.query.InvalidQuery;
import crm.engine.query.InvalidQuery.Fault;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parameters of a request, read one by one; what is wrong is gathered and told at the end, all at once. */
public final class Parameters {

    private static final int LONGEST_VALUE = 4_000;

    /** How an answer is told; it changes nothing in what is told. */
    public static final String FORMAT = "format";

    private final Map<String, List<String>> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    public Parameters(Map<String, List<String>> given) {
        this.given = given;
        known.add(FORMAT);
        given.forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
                fault(name, "too_long", "at most " + LONGEST_VALUE + " characters");
            }
        });
    }

    public void fault(String parameter, String code, String detail) {
        faults.add(new Fault(parameter, code, detail));
    }

    /** The one value of a parameter; two are a fault. */
    public Optional<String> one(String name) {
        known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, "repeated", "give it once");
        }
        return values.stream().findFirst();
    }

    /** The value, read; what cannot be read is a fault and counts as absent. */
    public <T> Optional<T> one(String name, String code, String expected, Function<String, Optional<T>> reader) {
        return one(name).flatMap(text -> {
            Optional<T> value = reader.apply(text);
            if (value.isEmpty()) {
                fault(name, code, expected);
            }
            return value;
        });
    }

    /** A whole number between two bounds, both included. */
    public Optional<Integer> number(String name, int minimum, int maximum) {
        return one(name, "invalid_number", "a whole number from " + minimum + " to " + maximum, text -> {
            try {
                return Optional.of(Integer.valueOf(text)).filter(number -> number >= minimum && number <= maximum);
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        });
    }

    /** The comma-separated words of a parameter. */
    public List<String> words(String name) {
        return one(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** For each {@code prefix[key]} its comma-separated values; the parameter may be repeated. */
    public Map<String, List<String>> keyed(String prefix) {
        Map<String, List<String>> keyed = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            if (name.startsWith(prefix + "[") && name.endsWith("]")) {
                known.add(name);
                keyed.put(
                        name.substring(prefix.length() + 1, name.length() - 1),
                        values.stream()
                                .flatMap(value -> Stream.of(value.split(",", -1)))
                                .toList());
            }
        });
        return keyed;
    }

    /** Ends the reading. A parameter that nobody asked for is a fault: a typo must not vanish. */
    public void finish() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(name, "unknown_parameter", "known here are " + String.join(", ", known)));
        if (!faults.isEmpty()) {
            throw new InvalidQuery(List.copyOf(faults));
        }
    }

    /** What {@code attempt} makes, or nothing where it refuses; its faults join the others. */
    public <T> Optional<T> attempt(java.util.function.Supplier<T> attempt) {
        try {
            return Optional.of(attempt.get());
        } catch (InvalidQuery refused) {
            faults.addAll(refused.faults());
            return Optional.empty();
        }
    }
}
