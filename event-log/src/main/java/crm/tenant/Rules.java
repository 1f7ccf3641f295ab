package crm.tenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant's dated settings.
 *
 * @param said by rule what somebody said, the earliest first
 */
public record Rules(Map<Rule, List<Since>> said) {

    /** Earlier than every date: what holds since then always held. */
    public static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /** What holds where nobody said anything. */
    public static final Rules USUAL = new Rules(Map.of());

    public Rules {
        Map<Rule, List<Since>> sorted = new EnumMap<>(Rule.class);
        said.forEach((rule, values) -> sorted.put(
                rule, values.stream().sorted(Comparator.comparing(Since::from)).toList()));
        said = java.util.Collections.unmodifiableMap(sorted);
    }

    /** A value and the first day on which it holds. */
    public record Since(LocalDate from, String value) {}

    /** Every value that a rule ever had, the first since ever. */
    public List<Since> history(Rule rule) {
        List<Since> values = new ArrayList<>(said.getOrDefault(rule, List.of()));
        if (values.isEmpty() || !values.getFirst().from().equals(EVER)) {
            values.addFirst(new Since(EVER, rule.usual()));
        }
        return List.copyOf(values);
    }

    /** What the rule is on a day. */
    public String on(LocalDate day, Rule rule) {
        return history(rule).reversed().stream()
                .filter(since -> !since.from().isAfter(day))
                .findFirst()
                .map(Since::value)
                .orElse(rule.usual());
    }

    public int wholeOn(LocalDate day, Rule rule) {
        return Integer.parseInt(on(day, rule));
    }

    public List<String> wordsOn(LocalDate day, Rule rule) {
        return words(on(day, rule));
    }

    /** The words of a value that is a list. */
    public static List<String> words(String value) {
        return List.of(value.split(","));
    }
}
