package crm.report.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the very rows that a metric counted.
 *
 * @param part of a ratio, the numerator or the denominator
 * @param count how many rows there are in all; for a count it is the metric's value
 * @param records in order of the moment that decides their period
 * @param next cursor of the next page; null on the last
 */
record RecordsResponse(
        String metric,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String part,
        MetricResponse.Period period,
        long count,
        List<Map<String, @Nullable Object>> records,
        @Nullable String next,
        MetricResponse.DataThrough dataThrough,
        Map<String, String> links) {}
