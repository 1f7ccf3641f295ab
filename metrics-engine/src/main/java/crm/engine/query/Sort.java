package crm.engine.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By which column rows are listed; rows without a value come last.
 *
 * @param column one of those that the list shows
 */
public record Sort(String column, boolean descending) {

    /** Names the order in a cursor, so that no page of another order begins there. */
    public String tag() {
        return (descending ? "-" : "+") + column;
    }

    /** A value as a cursor keeps it, with its type. */
    public static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "n";
            case String text -> "t" + text;
            case Long whole -> "l" + whole;
            case BigDecimal decimal -> "d" + decimal.toPlainString();
            case Double real -> "r" + real;
            case Boolean flag -> "b" + flag;
            case Instant moment -> "i" + moment;
            case LocalDate day -> "y" + day;
            case Object other -> throw new IllegalArgumentException("cannot be sorted by: " + other.getClass());
        };
    }

    /** The value that was written. */
    public static @Nullable Object read(String written) {
        try {
            String text = written.substring(1);
            return switch (written.charAt(0)) {
                case 'n' -> null;
                case 't' -> text;
                case 'l' -> Long.valueOf(text);
                case 'd' -> new BigDecimal(text);
                case 'r' -> Double.valueOf(text);
                case 'b' -> Boolean.valueOf(text);
                case 'i' -> Instant.parse(text);
                case 'y' -> LocalDate.parse(text);
                default -> throw new IllegalArgumentException();
            };
        } catch (RuntimeException notOurs) {
            throw new InvalidQuery("cursor", "invalid_cursor", "not a cursor of this list");
        }
    }
}
