package crm.engine.sql;

import crm.engine.model.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From when to when a row lasts, as expressions: from its first moment and every delay after it, to its last. Where it
 * is grouped by age it lasts in each band as long as its age lies in it.
 */
final class LifetimeSql {

    private final Timing.Lasting lasting;
    private final List<String> starts = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    LifetimeSql(Timing.Lasting lasting, DimensionSql dimensions) {
        this.lasting = lasting;
        starts.add("f." + lasting.from());
        ends.add("f." + lasting.to());
        lasting.delays().forEach(delay -> starts.add("f." + delay.moment() + " + INTERVAL " + delay.days() + " DAY"));
        Optional<String> born = dimensions.agedSince();
        born.ifPresent(since -> {
            starts.add("f." + since + " + to_days(" + DimensionSql.BAND_LEAST + ")");
            ends.add("f." + since + " + to_days(" + DimensionSql.BAND_END + ")");
        });
    }

    /** What a row meets that lasts at {@code at}: it began before, and did not end before. */
    List<Sql> at(Instant at) {
        List<Sql> where = new ArrayList<>(beginsBefore(at));
        where.add(1, endsNotBefore(at));
        return where;
    }

    /** What a row meets that lasts any time, begins before {@code end} and does not end before {@code start}. */
    List<Sql> between(Instant start, Instant end) {
        List<Sql> where = new ArrayList<>(beginsBefore(end));
        where.add(1, endsNotBefore(start));
        if (starts.size() > 1) {
            where.add(Sql.of("(%1$s IS NULL OR %1$s > %2$s)".formatted(end(), start())));
        }
        return where;
    }

    Sql endsBefore(Instant at) {
        return Sql.of(end() + " < ?", at);
    }

    String startBucket(TimeSql time) {
        return starts.size() == 1 ? time.bucket(lasting.from()) : time.bucketOf(start());
    }

    String endBucket(TimeSql time) {
        return ends.size() == 1 ? time.bucket(lasting.to()) : time.bucketOf(end());
    }

    private List<Sql> beginsBefore(Instant at) {
        List<Sql> where = new ArrayList<>();
        where.add(Sql.of(start() + " < ?", at));
        lasting.delays().forEach(delay -> where.add(Sql.of("f." + delay.moment() + " IS NOT NULL")));
        return where;
    }

    private Sql endsNotBefore(Instant at) {
        return Sql.of("(%1$s IS NULL OR %1$s >= ?)".formatted(end()), at);
    }

    private String start() {
        return among("greatest", starts);
    }

    /** Of several ends the first; one that is missing is never. */
    private String end() {
        return among("least", ends);
    }

    private static String among(String choice, List<String> moments) {
        return moments.size() == 1
                ? moments.getFirst()
                : moments.stream().collect(Collectors.joining(", ", choice + "(", ")"));
    }
}
