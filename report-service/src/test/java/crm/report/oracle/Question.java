package crm.report.oracle;

import crm.engine.query.TimeGrain;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question in the API's words. */
record Question(
        String metric,
        Map<String, String> switches,
        Instant from,
        Instant to,
        ZoneId zone,
        DayOfWeek weekStart,
        String currency,
        @Nullable TimeGrain grain,
        List<String> groupBy,
        Map<String, List<String>> filters) {

    Question over(Instant otherFrom, Instant otherTo) {
        return new Question(metric, switches, otherFrom, otherTo, zone, weekStart, currency, grain, groupBy, filters);
    }

    Question by(@Nullable TimeGrain otherGrain, List<String> otherGroupBy) {
        return new Question(metric, switches, from, to, zone, weekStart, currency, otherGrain, otherGroupBy, filters);
    }
}
