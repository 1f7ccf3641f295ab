package crm.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.answer.MetricAnswers;
import crm.engine.model.Fact;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.engine.model.Timing;
import crm.engine.query.Answer;
import crm.engine.query.Attribution;
import crm.engine.query.MetricQuery;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeRange;
import crm.engine.store.DuckDbStore;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.engine.store.Watermark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A period has its first instant and not the one after its last, by date columns and by moments alike. */
class PeriodBoundsTest {

    private static final Table THINGS = new Table(
            "things",
            List.of(new Column("happened_at", ColumnType.MOMENT), new Column("happened_at_date", ColumnType.DAY)));
    private static final Fact FACT = new Fact("things", "things", List.of("happened_at"), List.of(), List.of());
    private static final ZoneId HOME = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource({
        "Europe/Brussels, 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z",
        "Asia/Kolkata, 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z",
        "Europe/Brussels, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        "Asia/Kolkata, 2026-02-28T18:30:00Z, 2026-03-31T18:30:00Z",
        "UTC, 2026-03-29T00:30:00Z, 2026-03-29T02:30:00Z"
    })
    void theFirstInstantBelongsToItAndTheEndDoesNot(ZoneId zone, Instant from, Instant to) {
        try (DuckDbStore store = DuckDbStore.temporary(List.of(THINGS))) {
            store.load(
                    "acme",
                    new Watermark(1, to),
                    writer -> writer.append(
                            THINGS, List.of(at(from.minusNanos(1_000)), at(from), at(to.minusNanos(1_000)), at(to))));

            Answer answer = store.read(
                    "acme", snapshot -> MetricAnswers.answer(snapshot, query(new TimeRange(from, to, zone))));

            assertThat(answer.total().value()).isEqualByComparingTo("2");
        }
    }

    private static List<Object> at(Instant instant) {
        return List.of(instant, LocalDate.ofInstant(instant, HOME));
    }

    private static MetricQuery query(TimeRange range) {
        return new MetricQuery(
                Shape.of(new Formula.Single(Measure.count("all", FACT, new Timing.At("happened_at")))),
                range,
                HOME,
                ReportingCalendar.USUAL,
                "EUR",
                null,
                List.of(),
                List.of(),
                Attribution.AT_EVENT,
                10,
                range.to());
    }
}
