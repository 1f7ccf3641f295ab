package crm.report.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a table is best drawn.
 *
 * @param x the column along the axis; absent where it is the first
 * @param y the columns that are drawn
 */
public record Chart(Kind kind, @Nullable String x, List<String> y) {

    public Chart {
        y = List.copyOf(y);
    }

    /** Kinds of drawings. */
    public enum Kind {
        BAR,
        STACKED_BAR,
        LINE,
        PIE,
        FUNNEL,
        HEAT_MAP,
        TABLE;

        /** As answers spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Chart bar(String... y) {
        return new Chart(Kind.BAR, null, List.of(y));
    }

    public static Chart stackedBar(String... y) {
        return new Chart(Kind.STACKED_BAR, null, List.of(y));
    }

    public static Chart line(String... y) {
        return new Chart(Kind.LINE, null, List.of(y));
    }

    public static Chart pie(String y) {
        return new Chart(Kind.PIE, null, List.of(y));
    }

    public static Chart of(Kind kind) {
        return new Chart(kind, null, List.of());
    }
}
