package crm.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.engine.answer.Things.Thing;
import crm.engine.model.Dimension;
import crm.engine.model.Timing;
import crm.engine.query.Answer;
import crm.engine.query.Filter;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows are grouped and filtered by what a JSON column holds. */
class OpenFieldsTest {

    private static final TimeRange DAYS = Things.days("2024-03-20", "2024-04-10");
    private static final List<Timing> TIMINGS = List.of(
            new Timing.At("started_at"),
            Timing.Lasting.between("started_at", "ended_at"),
            new Timing.Overlapping("started_at", "ended_at", "previous_ended_at"));

    private static final List<Thing> THINGS = List.of(
            thing("a", "{\"plan\":\"gold\",\"my-plan\":1.5}"),
            thing("b", "{\"plan\":\"gold\",\"Plan\":true}"),
            thing("c", "{\"plan\":\"silver\"}"),
            thing("d", "{}"),
            thing("e", null));

    @Test
    void eachMemberIsAGroupHoweverTimeCounts() {
        for (Timing timing : TIMINGS) {
            assertThat(groups(timing, field("plan")))
                    .isEqualTo(Map.of(List.of("gold"), 2L, List.of("silver"), 1L, List.of("(none)"), 2L));
        }
    }

    @Test
    void numbersAndFlagsAreTheirText() {
        assertThat(groups(TIMINGS.getFirst(), field("my-plan"), field("Plan"), field("plan")))
                .containsEntry(List.of("1.5", "(none)", "gold"), 1L)
                .containsEntry(List.of("(none)", "true", "gold"), 1L);
    }

    @Test
    void aFilterKeepsTheMembersNamed() {
        for (Timing timing : TIMINGS) {
            MetricQuery all = Things.query(timing, DAYS, null, List.of(), 100);
            MetricQuery golden = filtered(all, new Filter.Only(field("plan"), List.of("gold", "' OR 1 = 1 --")));

            Answer answer = Things.ask(THINGS, snapshot -> MetricAnswers.answer(snapshot, golden));

            assertThat(count(answer.total())).isEqualTo(2);
        }
    }

    @Test
    void numbersAreComparedAsNumbers() {
        List<Thing> things = List.of(
                thing("a", "{\"angle\":9}"),
                thing("b", "{\"angle\":10.25}"),
                thing("c", "{\"angle\":-3}"),
                thing("d", "{\"angle\":\"steep\"}"),
                thing("e", "{}"));
        Dimension angle = Dimension.numberInJson("custom.angle", List.of("things"), "kind", "angle");

        assertThat(counted(things, new Filter.AtLeast(angle, "9"))).isEqualTo(2);
        assertThat(counted(things, new Filter.AtLeast(angle, "10.251"))).isZero();
        assertThat(counted(things, new Filter.Below(angle, "10.25"))).isEqualTo(2);
        assertThat(counted(things, new Filter.Below(angle, "-2.5"))).isEqualTo(1);
    }

    @Test
    void aKeyIsNothingButAName() {
        assertThatThrownBy(() -> field("plan\"'")).isInstanceOf(IllegalArgumentException.class);
    }

    private static long counted(List<Thing> things, Filter filter) {
        MetricQuery all = Things.query(TIMINGS.getFirst(), DAYS, null, List.of(), 100);
        return count(Things.ask(things, snapshot -> MetricAnswers.answer(snapshot, filtered(all, filter)))
                .total());
    }

    private static MetricQuery filtered(MetricQuery all, Filter filter) {
        return new MetricQuery(
                all.shape(),
                all.range(),
                all.homeZone(),
                all.calendar(),
                all.currency(),
                null,
                List.of(),
                List.of(filter),
                all.attribution(),
                100,
                all.now());
    }

    private static Map<List<String>, Long> groups(Timing timing, Dimension... dimensions) {
        MetricQuery query = Things.query(timing, DAYS, null, List.of(dimensions), 100);
        Answer answer = Things.ask(THINGS, snapshot -> MetricAnswers.answer(snapshot, query));
        return answer.groups().stream().collect(Collectors.toMap(Answer.Group::members, group -> count(group.value())));
    }

    private static long count(Answer.Value value) {
        return Objects.requireNonNull(value.value()).longValue();
    }

    private static Dimension field(String key) {
        return Dimension.inJson("custom." + key, List.of("things"), "kind", key);
    }

    private static Thing thing(String name, @Nullable String json) {
        return new Thing(name, json, Instant.parse("2024-03-25T10:00:00Z"), null, null);
    }
}
