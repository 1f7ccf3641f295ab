package crm.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.engine.model.Timing;
import crm.engine.query.Answer;
import crm.engine.query.Attribution;
import crm.engine.query.MetricQuery;
import crm.engine.query.RecordsQuery;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.engine.query.TimeRange;
import crm.engine.store.DuckDbStore;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.engine.store.Watermark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that ann and bob worked on, twice each, is one case: in the whole, of each of them and in each month. */
class ThingsOfSeveralRowsTest {

    private static final Table WORK = new Table(
            "work",
            List.of(
                    new Column("case_id", ColumnType.TEXT),
                    new Column("agent", ColumnType.TEXT),
                    new Column("done_at", ColumnType.MOMENT),
                    new Column("done_at_date", ColumnType.DAY)));
    private static final Dimension AGENT = Dimension.of("agent", "agent");
    private static final Fact FACT =
            new Fact("work", "work", List.of("case_id", "agent"), List.of(AGENT), List.of("case_id", "agent"));
    private static final Measure CASES = Measure.distinct("cases", FACT, new Timing.At("done_at"), "case_id");

    private final DuckDbStore store = DuckDbStore.temporary(List.of(WORK));

    @BeforeEach
    void load() {
        store.load(
                "acme",
                new Watermark(1, Instant.EPOCH),
                writer -> writer.append(
                        WORK,
                        List.of(
                                done("s-1", "ann", "2026-01-05"),
                                done("s-1", "ann", "2026-02-05"),
                                done("s-1", "bob", "2026-02-06"),
                                done("s-1", "bob", "2026-02-07"),
                                done("s-2", "cid", "2026-02-08"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itCountsOnceInAllOnceAnAgentAndOnceAMonth() {
        Answer answer = store.read("acme", snapshot -> MetricAnswers.answer(snapshot, query(100)));

        assertThat(answer.total().value()).isEqualByComparingTo("2");
        assertThat(answer.groups())
                .allSatisfy(group -> assertThat(group.value().value()).isEqualByComparingTo("1"));
        assertThat(answer.series())
                .extracting(point -> point.value().value())
                .map(Number::intValue)
                .containsExactly(1, 2);
    }

    @Test
    void theRestOfTheGroupsIsNotTheirSum() {
        Answer answer = store.read("acme", snapshot -> MetricAnswers.answer(snapshot, query(1)));

        assertThat(answer.moreGroups()).isEqualTo(2);
        assertThat(answer.other()).isNotNull().satisfies(other -> assertThat(other.value())
                .isEqualByComparingTo("2"));
    }

    @Test
    void itsFirstRowIsListed() {
        MetricRecords.Page first = store.read(
                "acme", snapshot -> MetricRecords.page(snapshot, new RecordsQuery(query(100), CASES, null, null, 1)));
        MetricRecords.Page second = store.read(
                "acme",
                snapshot -> MetricRecords.page(snapshot, new RecordsQuery(query(100), CASES, null, first.next(), 1)));

        assertThat(first.count()).isEqualTo(2);
        assertThat(first.rows()).containsExactly(Map.of("case_id", "s-1", "agent", "ann"));
        assertThat(second.rows()).containsExactly(Map.of("case_id", "s-2", "agent", "cid"));
        assertThat(second.next()).isNull();
    }

    private static MetricQuery query(int limit) {
        return new MetricQuery(
                Shape.of(new Formula.Single(CASES)),
                new TimeRange(
                        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC),
                ZoneOffset.UTC,
                ReportingCalendar.USUAL,
                "EUR",
                TimeGrain.MONTH,
                List.of(AGENT),
                List.of(),
                Attribution.AT_EVENT,
                limit,
                Instant.parse("2026-06-01T00:00:00Z"));
    }

    private static List<Object> done(String id, String agent, String day) {
        LocalDate date = LocalDate.parse(day);
        return List.of(id, agent, date.atStartOfDay(ZoneOffset.UTC).toInstant(), date);
    }
}
