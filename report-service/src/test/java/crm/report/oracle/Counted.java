package crm.report.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is counted in a period: the rows themselves, found anew for each period. */
final class Counted {

    private final Set<String> dimensions;
    private final Function<Period, List<Row>> finder;
    private final Map<Period, List<Row>> found = new HashMap<>();

    /**
     * One thing counted.
     *
     * @param number what it brings to a sum; absent, it brings nothing
     * @param thing what it is a row of, where several rows may be of one thing
     * @param at when money changed hands
     * @param share how much of it counts
     */
    record Row(
            Members members,
            @Nullable BigDecimal number,
            String currency,
            String thing,
            @Nullable Instant at,
            BigDecimal share) {

        Row(Members members, @Nullable BigDecimal number, String currency) {
            this(members, number, currency, "", null, BigDecimal.ONE);
        }

        Row(Members members, @Nullable BigDecimal number, String currency, String thing) {
            this(members, number, currency, thing, null, BigDecimal.ONE);
        }

        /** One of several rows of the same thing. */
        static Row of(Members members, String thing) {
            return new Row(members, BigDecimal.ONE, "", thing);
        }

        static Row money(Members members, @Nullable BigDecimal number, String currency, @Nullable Instant at) {
            return new Row(members, number, currency, "", at, BigDecimal.ONE);
        }

        static Row of(Members members) {
            return new Row(members, BigDecimal.ONE, "");
        }
    }

    Counted(Set<String> dimensions, Function<Period, List<Row>> finder) {
        this.dimensions = dimensions;
        this.finder = finder;
    }

    Set<String> dimensions() {
        return dimensions;
    }

    List<Row> in(Period period) {
        return found.computeIfAbsent(period, finder);
    }
}
