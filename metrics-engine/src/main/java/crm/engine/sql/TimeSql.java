package crm.engine.sql;

import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeAxis;
import crm.engine.query.TimeGrain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * Moments in statements: whether they lie in the period, and in which bucket.
 *
 * <p>In the tenant's zone the date columns answer. In another zone the offset from UTC is added, which changes only at
 * the zone's transitions: a few cases are exact and cost far less than a time-zone function a row.
 */
final class TimeSql {

    private final TimeAxis axis;
    private final boolean home;
    private final Instant now;
    private final List<Offset> offsets;

    TimeSql(MetricQuery query) {
        this.axis = query.axis();
        this.home = query.range().zone().equals(query.homeZone());
        this.now = query.now();
        this.offsets = offsets(
                query.range().zone(),
                query.range().from().minusSeconds(400L * 86_400),
                query.range().to());
    }

    /** The moment that decides the period. */
    static String deciding(Timing timing) {
        return switch (timing) {
            case Timing.At at -> at.moment();
            case Timing.Lasting lasting -> lasting.from();
            case Timing.Overlapping overlapping -> overlapping.from();
            case Timing.Framed framed -> framed.order();
        };
    }

    /** Whether the column lies in the period. */
    Sql within(String moment) {
        if (home && axis.range().isWholeDays()) {
            return Sql.of(
                    "f.%1$s_date >= ? AND f.%1$s_date < ?".formatted(moment),
                    axis.range().firstDay(),
                    axis.range().endDay());
        }
        return Sql.of(
                "f.%1$s >= ? AND f.%1$s < ?".formatted(moment),
                axis.range().from(),
                axis.range().to());
    }

    /** Whether the column is not later than now. */
    Sql past(String moment) {
        return Sql.of("f." + moment + " <= ?", now);
    }

    /** Whether the column lies before now. */
    Sql over(String moment) {
        return Sql.of("f." + moment + " < ?", now);
    }

    /** Whether the column is later than now. */
    Sql ahead(String moment) {
        return Sql.of("f." + moment + " > ?", now);
    }

    /** The column's date in the question's zone. */
    String date(String moment) {
        return home ? "f." + moment + "_date" : "(" + local("f." + moment) + ")::DATE";
    }

    /** The key of the bucket that the column lies in, as {@link TimeAxis#keyOf} has it. */
    String bucket(String moment) {
        if (home && axis.grain() != TimeGrain.HOUR) {
            return truncated("f." + moment + "_date");
        }
        return bucketOf("f." + moment);
    }

    /** The bucket, or the first one for what lies before it. */
    Sql notBeforeTheFirst(String bucket) {
        Object first = axis.keyOf(axis.range().from());
        return Sql.of(
                "greatest(" + bucket + ", ?::" + (first instanceof LocalDate ? "DATE" : "TIMESTAMP") + ")", first);
    }

    /** The same of any expression of a moment. */
    String bucketOf(String moment) {
        if (axis.grain() == TimeGrain.HOUR) {
            return offsets.stream().allMatch(offset -> offset.seconds() % 3600 == 0)
                    ? "date_trunc('hour', " + moment + ")"
                    : "date_trunc('hour', " + local(moment) + ") - " + offsetOf(moment);
        }
        return truncated("(" + local(moment) + ")::DATE");
    }

    /** The clock's reading at the moment in the question's zone. */
    String local(String moment) {
        if (offsets.size() == 1 && offsets.getFirst().seconds() == 0) {
            return moment;
        }
        return moment + " + " + offsetOf(moment);
    }

    private String offsetOf(String moment) {
        if (offsets.size() == 1) {
            return offsets.getFirst().interval();
        }
        StringBuilder cases = new StringBuilder("CASE");
        for (Offset offset : offsets.subList(0, offsets.size() - 1)) {
            cases.append(" WHEN ").append(moment).append(" < ").append(literal(offset.until()));
            cases.append(" THEN ").append(offset.interval());
        }
        return cases.append(" ELSE ")
                .append(offsets.getLast().interval())
                .append(" END")
                .toString();
    }

    private String truncated(String date) {
        int shift = axis.calendar().weekStart().getValue() - 1;
        return switch (axis.grain()) {
            case HOUR -> throw new IllegalStateException("hours are not dates");
            case DAY -> date;
            case WEEK ->
                shift == 0
                        ? "date_trunc('week', " + date + ")::DATE"
                        : "date_trunc('week', " + date + " - " + shift + ")::DATE + " + shift;
            case MONTH -> truncated(date, 0);
            case QUARTER -> truncated(date, axis.calendar().monthsQuartersAreLate());
            case YEAR -> truncated(date, axis.calendar().monthsYearsAreLate());
        };
    }

    private String truncated(String date, int monthsLate) {
        String grain = axis.grain().word();
        return monthsLate == 0
                ? "date_trunc('" + grain + "', " + date + ")::DATE"
                : "(date_trunc('%1$s', %2$s - INTERVAL %3$d MONTH) + INTERVAL %3$d MONTH)::DATE"
                        .formatted(grain, date, monthsLate);
    }

    /** A key of {@link TimeAxis} as a constant. */
    static String literal(Object key) {
        return switch (key) {
            case LocalDate date -> "DATE '" + date + "'";
            case Instant instant ->
                "TIMESTAMP '" + instant.atOffset(ZoneOffset.UTC).toLocalDateTime() + "'";
            default -> throw new IllegalArgumentException("not a bucket's key: " + key);
        };
    }

    private static List<Offset> offsets(ZoneId zone, Instant from, Instant to) {
        List<Offset> offsets = new ArrayList<>();
        Instant reached = from;
        while (true) {
            int seconds = zone.getRules().getOffset(reached).getTotalSeconds();
            ZoneOffsetTransition next = zone.getRules().nextTransition(reached);
            if (next == null || !next.getInstant().isBefore(to)) {
                offsets.add(new Offset(Instant.MAX, seconds));
                return offsets;
            }
            offsets.add(new Offset(next.getInstant(), seconds));
            reached = next.getInstant();
        }
    }

    /** An offset from UTC and when it ends. */
    private record Offset(Instant until, int seconds) {
        String interval() {
            return "INTERVAL " + (seconds < 0 ? "(" + seconds + ")" : seconds) + " SECOND";
        }
    }
}
