package crm.workbench.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The periods and groupings that every metric is asked with. */
enum QuestionShape {
    MONTH_BY_DAY("30 days by day", "grain=day", Product.ZONE),
    YEAR_BY_MONTH("a year by month", "grain=month", Product.ZONE),
    YEAR_BY_OWNER("a year by owner", "groupBy=owner&limit=1000", Product.ZONE),
    YEAR_BY_DAY_ELSEWHERE("a year by day in Asia/Kolkata", "grain=day&tz=Asia/Kolkata", "Asia/Kolkata");

    private final String words;
    private final String parameters;
    private final ZoneId zone;

    QuestionShape(String words, String parameters, String zone) {
        this.words = words;
        this.parameters = parameters;
        this.zone = ZoneId.of(zone);
    }

    String words() {
        return words;
    }

    /** The question about a metric for the period before {@code end}. */
    String path(String metric, LocalDate end) {
        return "/v1/metrics/" + metric + "?from=" + start(end) + "&to=" + end + "&" + parameters;
    }

    LocalDate start(LocalDate end) {
        return this == MONTH_BY_DAY ? end.minusDays(30) : end.minusYears(1);
    }

    boolean isSeries() {
        return this != YEAR_BY_OWNER;
    }

    /** The key of the bucket that a day lies in. */
    LocalDate bucket(LocalDate day) {
        return this == YEAR_BY_MONTH ? day.withDayOfMonth(1) : day;
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The same as an expression over a moment's column. */
    String bucketSql(String moment) {
        return switch (this) {
            case MONTH_BY_DAY, YEAR_BY_OWNER -> moment + "_date";
            case YEAR_BY_MONTH -> "date_trunc('month', " + moment + "_date)::DATE";
            case YEAR_BY_DAY_ELSEWHERE -> "(" + moment + " + INTERVAL 19800 SECOND)::DATE";
        };
    }

    /** All buckets of the period, as a relation with a column {@code key}. */
    String bucketsSql(LocalDate end) {
        String step = this == YEAR_BY_MONTH ? "INTERVAL 1 MONTH" : "INTERVAL 1 DAY";
        return "(SELECT unnest(generate_series(%s, DATE '%s', %s))::DATE AS key)"
                .formatted(firstSql(end), end.minusDays(1), step);
    }

    String firstSql(LocalDate end) {
        return "DATE '" + bucket(start(end)) + "'";
    }

    /** Whether a moment lies in the period. */
    String withinSql(String moment, LocalDate end) {
        return this == YEAR_BY_DAY_ELSEWHERE
                ? "(%1$s >= %2$s AND %1$s < %3$s)".formatted(moment, instantSql(start(end)), instantSql(end))
                : "(%1$s_date >= DATE '%2$s' AND %1$s_date < DATE '%3$s')".formatted(moment, start(end), end);
    }

    String instantSql(LocalDate day) {
        return "TIMESTAMP '" + LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC) + "'";
    }
}
