package crm.engine.query;

import crm.engine.model.Dimension;
import crm.engine.model.Shape;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question about one metric, complete: nothing is left to defaults.
 *
 * @param shape what is computed, the metric's switches applied
 * @param homeZone the zone of the date columns, the tenant's
 * @param currency the currency money is summed in
 * @param grain of the series; without it there is none
 * @param groupBy at most {@link #MOST_DIMENSIONS}
 * @param filters all of which a row meets
 * @param limit most groups
 * @param now nothing later is told
 */
public record MetricQuery(
        Shape shape,
        TimeRange range,
        ZoneId homeZone,
        ReportingCalendar calendar,
        String currency,
        @Nullable TimeGrain grain,
        List<Dimension> groupBy,
        List<Filter> filters,
        Attribution attribution,
        int limit,
        Instant now) {

    public static final int MOST_DIMENSIONS = 3;
    public static final int MOST_GROUPS = 1_000;

    public MetricQuery {
        groupBy = List.copyOf(groupBy);
        filters = List.copyOf(filters);
        if (groupBy.size() > MOST_DIMENSIONS) {
            throw new InvalidQuery("groupBy", "too_many_dimensions", "at most " + MOST_DIMENSIONS + " dimensions");
        }
        if (limit < 1 || limit > MOST_GROUPS) {
            throw new InvalidQuery("limit", "out_of_range", "1 to " + MOST_GROUPS);
        }
    }

    /** The same question about another period. */
    public MetricQuery over(TimeRange other) {
        return new MetricQuery(
                shape, other, homeZone, calendar, currency, grain, groupBy, filters, attribution, limit, now);
    }

    /** The same question asked at another time. */
    public MetricQuery at(Instant other) {
        return new MetricQuery(
                shape, range, homeZone, calendar, currency, grain, groupBy, filters, attribution, limit, other);
    }

    /** The same question with fewer or more groups. */
    public MetricQuery limitedTo(int groups) {
        return new MetricQuery(
                shape, range, homeZone, calendar, currency, grain, groupBy, filters, attribution, groups, now);
    }

    /** The question about all groups but these taken together, without series. */
    public MetricQuery outside(List<List<String>> groups) {
        return new MetricQuery(
                shape,
                range,
                homeZone,
                calendar,
                currency,
                null,
                List.of(),
                Stream.concat(filters.stream(), Stream.of(new Filter.Outside(groupBy, groups)))
                        .toList(),
                attribution,
                limit,
                now);
    }

    /** Every dimension that it groups or filters by. */
    public Set<Dimension> dimensions() {
        Set<Dimension> dimensions = new LinkedHashSet<>(groupBy);
        filters.forEach(filter -> dimensions.addAll(filter.dimensions()));
        return dimensions;
    }

    /** The same question with another shape. */
    public MetricQuery of(Shape other) {
        return new MetricQuery(
                other, range, homeZone, calendar, currency, grain, groupBy, filters, attribution, limit, now);
    }

    /** The same question without groups. */
    public MetricQuery ungrouped() {
        return new MetricQuery(
                shape, range, homeZone, calendar, currency, grain, List.of(), filters, attribution, limit, now);
    }

    /** The same question about the finer shape, if it is by members that only that has. */
    public MetricQuery finerIfAsked() {
        Shape finer = shape.finer();
        boolean asked = dimensions().stream().anyMatch(each -> !shape.has(each));
        return finer != null && asked ? of(finer) : this;
    }

    /** Whether the same data may give another answer a moment later. */
    public boolean dependsOnNow() {
        return range.to().isAfter(now) && shape.dependsOnTheInstant() || shape.looksAtTheClock();
    }

    /** The axis of the series; of the whole period as one year-long bucket chain where no series is asked. */
    public TimeAxis axis() {
        return new TimeAxis(range, grain == null ? TimeGrain.YEAR : grain, calendar);
    }

    /** The instant that a stock is taken at: the end of the period, but never later than now. */
    public Instant instant() {
        return now.isBefore(range.to()) ? now : range.to();
    }

    public boolean hasSeries() {
        return grain != null;
    }
}
