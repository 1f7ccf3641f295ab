package crm.engine.answer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The raw numbers of one place in an answer, by column. */
final class Cell {

    private final Map<String, BigDecimal> numbers = new HashMap<>();

    void put(String column, @Nullable BigDecimal number) {
        if (number != null) {
            numbers.put(column, number);
        }
    }

    void add(String column, @Nullable BigDecimal number) {
        if (number != null) {
            numbers.merge(column, number, BigDecimal::add);
        }
    }

    /** The number, or nothing where nothing was found. */
    @Nullable
    BigDecimal number(String column) {
        return numbers.get(column);
    }

    /** The number, 0 where nothing was found. */
    BigDecimal sum(String column) {
        return numbers.getOrDefault(column, BigDecimal.ZERO);
    }

    /** Adds what can be added; medians and percentiles cannot, and are left out. */
    void addAll(Cell other) {
        other.numbers.forEach((column, number) -> {
            if (!column.endsWith("_median") && !column.endsWith("_p90")) {
                add(column, number);
            }
        });
    }
}
