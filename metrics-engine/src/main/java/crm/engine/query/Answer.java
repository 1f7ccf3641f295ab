package crm.engine.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total over the whole period
 * @param series one point a bucket, none left out; empty where none was asked
 * @param groups the largest first; empty where none were asked
 * @param moreGroups groups beyond the limit
 * @param other those groups taken together
 * @param unconverted amounts in other currencies, which no sum contains
 */
public record Answer(
        Value total,
        List<Point> series,
        List<Group> groups,
        int moreGroups,
        @Nullable Value other,
        List<Unconverted> unconverted) {

    public Answer {
        series = List.copyOf(series);
        groups = List.copyOf(groups);
        unconverted = List.copyOf(unconverted);
    }

    /** The same with another value for the groups beyond the limit. */
    public Answer with(Value otherGroups) {
        return new Answer(total, series, groups, moreGroups, otherGroups, unconverted);
    }

    /**
     * A value and what it is made of.
     *
     * @param value absent, with a reason, where there is nothing to divide by
     * @param companions by name
     */
    public record Value(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal median,
            @Nullable BigDecimal p90,
            @Nullable String reason,
            Map<String, Value> companions) {}

    /** The value of a bucket. */
    public record Point(Instant start, Instant end, Value value) {}

    /** The value of a combination of members, with its own series where one was asked. */
    public record Group(List<String> members, Value value, List<Point> series) {
        public Group {
            members = List.copyOf(members);
            series = List.copyOf(series);
        }
    }

    /** Rows counted but not summed, for want of a rate. */
    public record Unconverted(String currency, long count, BigDecimal amount) {
        /** The same with more of the same currency. */
        public Unconverted plus(Unconverted more) {
            return new Unconverted(currency, count + more.count, amount.add(more.amount));
        }
    }
}
