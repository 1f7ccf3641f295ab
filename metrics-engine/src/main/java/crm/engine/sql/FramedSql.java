package crm.engine.sql;

import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeAxis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What periods frame. The edges of a bucket are not those of the whole, so that the rows of each are found anew: every
 * row comes once for each period that it belongs to, the whole one being without a bucket.
 */
final class FramedSql {

    private final MetricQuery query;
    private final Timing.Framed framed;

    FramedSql(MetricQuery query, Timing.Framed framed) {
        this.query = query;
        this.framed = framed;
    }

    /** Joins the periods to the fact. */
    String periods() {
        List<String> rows = new ArrayList<>();
        rows.add(row("NULL", query.range().from(), query.range().to()));
        if (query.hasSeries()) {
            for (TimeAxis.Bucket bucket : query.axis().buckets()) {
                rows.add(row(TimeSql.literal(bucket.key()), bucket.start(), bucket.end()));
            }
        }
        return "\nJOIN (VALUES " + String.join(", ", rows) + ") frame(bucket, first, until, seen_until)\n  ON "
                + belongs("frame.first", "frame.until", "frame.seen_until").stream()
                        .map(Sql::text)
                        .collect(Collectors.joining(" AND "));
    }

    /** What a row of the whole period meets. */
    List<Sql> inTheWhole() {
        Instant until = query.range().to();
        return belongs(TimeSql.literal(query.range().from()), TimeSql.literal(until), TimeSql.literal(seen(until)));
    }

    private String row(String bucket, Instant first, Instant until) {
        return "(" + bucket + ", " + TimeSql.literal(first) + ", " + TimeSql.literal(until) + ", "
                + TimeSql.literal(seen(until)) + ")";
    }

    /** No period ends later than now. */
    private Instant seen(Instant until) {
        return query.now().isBefore(until) ? query.now() : until;
    }

    private List<Sql> belongs(String first, String until, String seenUntil) {
        List<Sql> belongs = new ArrayList<>();
        if (framed.moment() != null) {
            belongs.add(Sql.of("f.%1$s >= %2$s AND f.%1$s < %3$s".formatted(framed.moment(), first, until)));
        }
        framed.stands()
                .forEach(stand -> belongs.add(Sql.of(
                        switch (stand.edge()) {
                            case FIRST ->
                                "f.%1$s <= %3$s AND (f.%2$s IS NULL OR f.%2$s > %3$s)"
                                        .formatted(stand.from(), stand.to(), first);
                            case LAST ->
                                "f.%1$s < %3$s AND (f.%2$s IS NULL OR f.%2$s >= %3$s)"
                                        .formatted(stand.from(), stand.to(), seenUntil);
                        })));
        return belongs;
    }
}
