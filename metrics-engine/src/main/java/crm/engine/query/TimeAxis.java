package crm.engine.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A period cut into buckets of one grain, none left out. */
public record TimeAxis(TimeRange range, TimeGrain grain, ReportingCalendar calendar) {

    /** Most buckets of a series. */
    public static final int MOST_BUCKETS = 10_000;

    /**
     * The buckets in order. The first and the last are cut where the range begins and ends inside them.
     *
     * @throws InvalidQuery if there are more than {@link #MOST_BUCKETS}
     */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        Instant start = range.from();
        while (start.isBefore(range.to())) {
            if (buckets.size() == MOST_BUCKETS) {
                throw new InvalidQuery(
                        "grain", "too_many_points", "more than " + MOST_BUCKETS + " points; ask for a coarser grain");
            }
            Instant end = earlier(ceiling(start), range.to());
            buckets.add(new Bucket(keyOf(start), start, end));
            start = end;
        }
        return buckets;
    }

    /** What a statement calls the bucket that {@code instant} lies in: a date, or for hours the first instant. */
    public Object keyOf(Instant instant) {
        if (grain == TimeGrain.HOUR) {
            return floorOfHour(instant);
        }
        return dateKey(instant);
    }

    private LocalDate dateKey(Instant instant) {
        return grain.floor(LocalDateTime.ofInstant(instant, range.zone()), calendar)
                .toLocalDate();
    }

    private Instant ceiling(Instant instant) {
        if (grain == TimeGrain.HOUR) {
            return floorOfHour(instant).plus(1, ChronoUnit.HOURS);
        }
        LocalDateTime floor = grain.floor(LocalDateTime.ofInstant(instant, range.zone()), calendar);
        return TimeRange.startOf(grain.next(floor).toLocalDate(), range.zone());
    }

    /** Hours begin where the local clock shows a full hour, and are sixty minutes long whatever the clock does. */
    private Instant floorOfHour(Instant instant) {
        int offset = range.zone().getRules().getOffset(instant).getTotalSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond() + offset, 3600L) * 3600 - offset);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A stretch of the period: what statements call it, its first instant, and the one after its last. */
    public record Bucket(Object key, Instant start, Instant end) {}
}
