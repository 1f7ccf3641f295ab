package crm.engine.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer: values by column name, as String, Long, Double, BigDecimal, Boolean, {@link LocalDate},
 * {@link Instant} or null.
 */
public record Row(Map<String, @Nullable Object> values) {

    public @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " in " + values.keySet());
        }
        return values.get(column);
    }

    public @Nullable String text(String column) {
        return (String) value(column);
    }

    public long whole(String column) {
        return value(column) instanceof Number number ? number.longValue() : 0;
    }

    public @Nullable BigDecimal decimal(String column) {
        return switch (value(column)) {
            case null -> null;
            case BigDecimal decimal -> decimal;
            case Double number -> BigDecimal.valueOf(number);
            case Number number -> BigDecimal.valueOf(number.longValue());
            default -> throw new IllegalArgumentException("not a number: " + column);
        };
    }

    public @Nullable Instant moment(String column) {
        return (Instant) value(column);
    }

    public @Nullable LocalDate day(String column) {
        return (LocalDate) value(column);
    }

    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }
}
