package crm.report.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a metric.
 *
 * @param unit the unit of every value; {@code displayUnit} is how people like to see it
 * @param currency of money, else absent
 * @param additive whether the values of parts add up to the value of the whole
 * @param attribution that owners and teams are today's, where that was asked
 * @param series one point a bucket, where a grain was asked
 * @param groups the largest first, where dimensions were asked
 * @param moreGroups groups beyond the limit, taken together in {@code other}
 * @param unconverted amounts in other currencies, which no value contains
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricResponse(
        String metric,
        String name,
        String unit,
        String displayUnit,
        @Nullable String currency,
        boolean additive,
        @Nullable String attribution,
        Period period,
        @JsonUnwrapped Figure figure,
        @Nullable List<Point> series,
        @Nullable List<Group> groups,
        @Nullable Integer moreGroups,
        @Nullable Figure other,
        @Nullable ComparisonFigure comparison,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unconverted> unconverted,
        Definition definition,
        DataThrough dataThrough,
        Map<String, String> links) {

    /**
     * The period as it was understood.
     *
     * @param from its first day, or instant where it begins inside a day
     * @param to the day or instant after its last
     * @param fiscalYearStart the month that years and quarters begin in
     * @param partial whether it is still running
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Period(
            String from,
            String to,
            String tz,
            @Nullable String grain,
            @Nullable String weekStart,
            @Nullable Integer fiscalYearStart,
            @Nullable Boolean partial) {}

    /** The value of a bucket. */
    public record Point(
            Instant start, Instant end, @JsonUnwrapped Figure figure) {}

    /** The value of a combination of members, and its own series where a grain was asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            Map<String, String> key,
            Map<String, String> label,
            @JsonUnwrapped Figure figure,
            @Nullable List<Point> series) {}

    /**
     * The value of the period compared with.
     *
     * @param change this value less that one; null where either is
     * @param changeRatio change by that value; null where that is 0
     */
    public record ComparisonFigure(
            Period period,
            @JsonUnwrapped Figure figure,
            @Nullable BigDecimal change,
            @Nullable BigDecimal changeRatio,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Point> series) {}

    /** Rows that were counted but not summed, for want of a rate. */
    public record Unconverted(String currency, long count, BigDecimal amount) {}

    /** What the number means, in short. */
    public record Definition(String formula, String dateField, int version, String href) {}

    /** How far the answer has followed the tenant's log. */
    public record DataThrough(long position, @Nullable Instant time) {}
}
