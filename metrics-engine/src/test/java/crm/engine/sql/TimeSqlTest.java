package crm.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

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
import crm.engine.store.DuckDbStore;
import crm.engine.store.Row;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.engine.store.Watermark;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store's reading of clocks is that of java.time. */
class TimeSqlTest {

    private static final Table MOMENTS = new Table("moments", List.of(new Column("happened_at", ColumnType.MOMENT)));
    private static final Fact FACT = new Fact("moments", "moments", List.of("happened_at"), List.of(), List.of());
    private static final Instant FROM = Instant.parse("2022-12-20T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-02-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Brussels",
                "America/New_York",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Asia/Beirut",
                "Pacific/Kiritimati",
                "Africa/Casablanca"
            })
    void bucketsAndClocksAreThoseOfTheZone(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Instant> moments = moments(zone);
        try (DuckDbStore store = DuckDbStore.temporary(List.of(MOMENTS))) {
            store.load(
                    "acme",
                    new Watermark(1, FROM),
                    writer -> writer.append(
                            MOMENTS, moments.stream().map(List::of).toList()));
            for (TimeGrain grain : TimeGrain.values()) {
                MetricQuery query = query(
                        zone,
                        grain,
                        new ReportingCalendar(
                                DayOfWeek.of(1 + Math.floorMod(name.hashCode(), 7)),
                                Month.of(1 + Math.floorMod(name.hashCode(), 12))));
                TimeSql time = new TimeSql(query);
                Sql asked = Sql.of("SELECT happened_at, " + time.bucketOf("f.happened_at") + " AS bucket, ("
                        + time.local("f.happened_at") + ") AS local FROM moments f");

                List<Row> rows = store.read("acme", snapshot -> snapshot.query(asked));

                assertThat(rows).hasSize(moments.size()).allSatisfy(row -> {
                    Instant at = Objects.requireNonNull(row.moment("happened_at"));
                    assertThat(row.value("bucket"))
                            .as("%s %s", grain, at)
                            .isEqualTo(query.axis().keyOf(at));
                    assertThat(row.value("local"))
                            .isEqualTo(LocalDateTime.ofInstant(at, zone).toInstant(ZoneOffset.UTC));
                });
            }
        }
    }

    /** Random ones, and those around every change of clocks. */
    private static List<Instant> moments(ZoneId zone) {
        List<Instant> moments = new ArrayList<>();
        Random random = new Random(1);
        for (int draw = 0; draw < 200; draw++) {
            moments.add(FROM.plus(
                    Math.floorMod(random.nextLong(), ChronoUnit.MICROS.between(FROM, TO)), ChronoUnit.MICROS));
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(FROM);
        while (change != null && change.getInstant().isBefore(TO)) {
            for (long seconds : new long[] {-7200, -3600, -1800, 0, 1800, 3600, 7200}) {
                moments.add(change.getInstant().plusSeconds(seconds));
                moments.add(change.getInstant().plusSeconds(seconds).minusNanos(1000));
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return moments;
    }

    private static MetricQuery query(ZoneId zone, TimeGrain grain, ReportingCalendar calendar) {
        return new MetricQuery(
                Shape.of(new Formula.Single(Measure.count("all", FACT, new Timing.At("happened_at")))),
                new TimeRange(FROM, TO, zone),
                ZoneId.of("Antarctica/Troll"),
                calendar,
                "EUR",
                grain,
                List.of(),
                List.of(),
                Attribution.AT_EVENT,
                10,
                TO);
    }
}
