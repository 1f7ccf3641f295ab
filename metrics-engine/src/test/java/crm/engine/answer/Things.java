package crm.engine.answer;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.engine.model.Timing;
import crm.engine.query.Attribution;
import crm.engine.query.MetricQuery;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.engine.query.TimeRange;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.DuckDbStore;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.engine.store.Watermark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Things that begin and end, each of a kind, in a store. */
final class Things {

    static final ZoneId HOME = ZoneId.of("Europe/Brussels");
    static final Dimension KIND = Dimension.of("kind", "kind");
    static final Fact FACT =
            new Fact("things", "things", List.of("name", "started_at"), List.of(KIND), List.of("name", "kind"));

    private static final Table TABLE = new Table(
            "things",
            Stream.concat(
                            Stream.of("name", "kind").map(name -> new Column(name, ColumnType.TEXT)),
                            Stream.of("started_at", "ended_at", "previous_ended_at")
                                    .flatMap(name -> Stream.of(
                                            new Column(name, ColumnType.MOMENT),
                                            new Column(name + "_date", ColumnType.DAY))))
                    .toList());

    private Things() {}

    /** One time of being there; the same thing may come back. */
    record Thing(
            String name,
            @Nullable String kind,
            Instant from,
            @Nullable Instant to,
            @Nullable Instant previousTo) {

        List<@Nullable Object> row() {
            return new ArrayList<>(
                    Arrays.asList(name, kind, from, day(from), to, day(to), previousTo, day(previousTo)));
        }

        private static @Nullable LocalDate day(@Nullable Instant instant) {
            return instant == null ? null : LocalDate.ofInstant(instant, HOME);
        }
    }

    static <T> T ask(List<Thing> things, Function<Snapshot, T> question) {
        try (DuckDbStore store = DuckDbStore.temporary(List.of(TABLE))) {
            store.load(
                    "acme",
                    new Watermark(1, Instant.EPOCH),
                    writer ->
                            writer.append(TABLE, things.stream().map(Thing::row).toList()));
            return store.read("acme", question);
        }
    }

    static MetricQuery query(
            Timing timing, TimeRange range, @Nullable TimeGrain grain, List<Dimension> groupBy, int limit) {
        return new MetricQuery(
                Shape.of(new Formula.Single(Measure.count("things_there", FACT, timing))),
                range,
                HOME,
                ReportingCalendar.USUAL,
                "EUR",
                grain,
                groupBy,
                List.of(),
                Attribution.AT_EVENT,
                limit,
                Instant.parse("2030-01-01T00:00:00Z"));
    }

    static TimeRange days(String from, String to) {
        return TimeRange.ofDays(LocalDate.parse(from), LocalDate.parse(to), ZoneOffset.UTC);
    }
}
