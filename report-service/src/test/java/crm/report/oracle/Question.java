package crm.report.oracle;

import crm.engine.query.Attribution;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question in the API's words.
 *
 * @param filters by dimension, or by dimension and {@code [not]}, {@code [gte]}, {@code [lt]}
 */
record Question(
        String metric,
        Map<String, String> switches,
        Instant from,
        Instant to,
        ZoneId zone,
        ReportingCalendar calendar,
        String currency,
        @Nullable TimeGrain grain,
        List<String> groupBy,
        Map<String, List<String>> filters,
        Attribution attribution) {

    Question over(Instant otherFrom, Instant otherTo) {
        return new Question(
                metric, switches, otherFrom, otherTo, zone, calendar, currency, grain, groupBy, filters, attribution);
    }

    Question by(@Nullable TimeGrain otherGrain, List<String> otherGroupBy) {
        return new Question(
                metric, switches, from, to, zone, calendar, currency, otherGrain, otherGroupBy, filters, attribution);
    }

    Question keeping(String filter, List<String> members) {
        return new Question(
                metric,
                switches,
                from,
                to,
                zone,
                calendar,
                currency,
                grain,
                groupBy,
                Map.of(filter, members),
                attribution);
    }

    /** The same question about one of its groups. */
    Question of(List<String> members) {
        Map<String, List<String>> ofGroup = new LinkedHashMap<>(filters);
        for (int place = 0; place < groupBy.size(); place++) {
            ofGroup.put(groupBy.get(place), List.of(members.get(place)));
        }
        return new Question(
                metric, switches, from, to, zone, calendar, currency, grain, List.of(), ofGroup, attribution);
    }

    /** Every dimension that it groups or filters by. */
    Set<String> dimensions() {
        Set<String> dimensions = new LinkedHashSet<>(groupBy);
        filters.keySet().forEach(filter -> dimensions.add(dimensionOf(filter)));
        return dimensions;
    }

    /** {@code owner[not]} is a filter of owner. */
    static String dimensionOf(String filter) {
        return filter.contains("[") ? filter.substring(0, filter.indexOf('[')) : filter;
    }
}
