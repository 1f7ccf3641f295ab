package crm.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.answer.Things.Thing;
import crm.engine.model.Timing;
import crm.engine.query.Answer;
import crm.engine.query.Answer.Group;
import crm.engine.query.Answer.Point;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeGrain;
import crm.engine.query.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series kept by running sums say what counting at every instant says. */
class LevelsTest {

    private static final Timing STOCK = Timing.Lasting.between("started_at", "ended_at");
    private static final Timing OVERLAP = new Timing.Overlapping("started_at", "ended_at", "previous_ended_at");
    private static final TimeRange DAYS = Things.days("2024-03-20", "2024-04-10");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aStockIsWhatIsThereAtTheEndOfEachBucket(long seed) {
        List<Thing> things = things(new Random(seed));
        for (TimeGrain grain : List.of(TimeGrain.HOUR, TimeGrain.DAY, TimeGrain.WEEK, TimeGrain.MONTH)) {
            MetricQuery query = Things.query(STOCK, DAYS, grain, List.of(Things.KIND), 100);

            Answer answer = Things.ask(things, snapshot -> MetricAnswers.answer(snapshot, query));

            assertThat(number(answer.total().value())).isEqualTo(there(things, DAYS.to(), null));
            for (Point point : answer.series()) {
                assertThat(number(point.value().value())).as("%s", point).isEqualTo(there(things, point.end(), null));
            }
            for (Group group : answer.groups()) {
                for (Point point : group.series()) {
                    assertThat(number(point.value().value()))
                            .as("%s %s", group.members(), point)
                            .isEqualTo(
                                    there(things, point.end(), group.members().getFirst()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anOverlapCountsEachThingOnceABucket(long seed) {
        List<Thing> things = things(new Random(seed));
        for (TimeGrain grain : List.of(TimeGrain.HOUR, TimeGrain.DAY, TimeGrain.WEEK, TimeGrain.MONTH)) {
            MetricQuery query = Things.query(OVERLAP, DAYS, grain, List.of(Things.KIND), 100);

            Answer answer = Things.ask(things, snapshot -> MetricAnswers.answer(snapshot, query));

            assertThat(number(answer.total().value())).isEqualTo(seen(things, DAYS.from(), DAYS.to(), null));
            for (Point point : answer.series()) {
                assertThat(number(point.value().value()))
                        .as("%s", point)
                        .isEqualTo(seen(things, point.start(), point.end(), null));
            }
            for (Group group : answer.groups()) {
                for (Point point : group.series()) {
                    assertThat(number(point.value().value()))
                            .as("%s %s", group.members(), point)
                            .isEqualTo(seen(
                                    things,
                                    point.start(),
                                    point.end(),
                                    group.members().getFirst()));
                }
            }
        }
    }

    @Test
    void groupsBeyondTheLimitAreTakenTogether() {
        List<Thing> things = List.of(
                thing("a", "x"), thing("b", "x"), thing("c", "x"), thing("d", "y"), thing("e", "y"), thing("f", null));
        MetricQuery query = Things.query(new Timing.At("started_at"), DAYS, null, List.of(Things.KIND), 1);

        Answer answer = Things.ask(things, snapshot -> MetricAnswers.answer(snapshot, query));

        assertThat(answer.groups()).extracting(Group::members).containsExactly(List.of("x"));
        assertThat(answer.moreGroups()).isEqualTo(2);
        assertThat(number(Objects.requireNonNull(answer.other()).value())).isEqualTo(3);
    }

    @Test
    void thingsWithoutAKindAreAGroupOfTheirOwn() {
        MetricQuery query = Things.query(new Timing.At("started_at"), DAYS, null, List.of(Things.KIND), 100);

        Answer answer = Things.ask(List.of(thing("f", null)), snapshot -> MetricAnswers.answer(snapshot, query));

        assertThat(answer.groups()).extracting(Group::members).containsExactly(List.of("(none)"));
    }

    private static Thing thing(String name, @Nullable String kind) {
        return new Thing(name, kind, DAYS.from(), null, null);
    }

    /** Things that come, go and come back, on the same few instants as the buckets begin at. */
    private static List<Thing> things(Random random) {
        List<Thing> things = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            List<Instant> instants = new ArrayList<>();
            for (int draw = random.nextInt(1, 8); draw > 0; draw--) {
                instants.add(instant(random));
            }
            instants.sort(Comparator.naturalOrder());
            Instant previous = null;
            String kind = random.nextInt(4) == 0 ? null : random.nextBoolean() ? "x" : "y";
            for (int place = 0; place < instants.size(); place += 2) {
                Instant to = place + 1 < instants.size() ? instants.get(place + 1) : null;
                things.add(new Thing("t" + number, kind, instants.get(place), to, previous));
                previous = to == null || to.isAfter(instants.get(place)) ? to : to.plusNanos(1000);
            }
        }
        return things;
    }

    private static Instant instant(Random random) {
        Instant hour = Instant.parse("2024-03-15T00:00:00Z").plusSeconds(3600L * random.nextInt(24 * 30));
        return switch (random.nextInt(4)) {
            case 0 -> hour;
            case 1 -> hour.minusSeconds(3600L * Math.floorMod(hour.getEpochSecond() / 3600, 24));
            case 2 -> hour.plusNanos(1000);
            default -> hour.plusSeconds(random.nextInt(3600));
        };
    }

    private static long there(List<Thing> things, Instant end, @Nullable String kind) {
        Instant last = end.minusNanos(1000);
        return things.stream()
                .filter(thing -> isOf(thing, kind))
                .filter(thing -> !thing.from().isAfter(last)
                        && (thing.to() == null || thing.to().isAfter(last)))
                .count();
    }

    private static long seen(List<Thing> things, Instant from, Instant to, @Nullable String kind) {
        Set<String> seen = new HashSet<>();
        things.stream()
                .filter(thing -> isOf(thing, kind))
                .filter(thing -> thing.from().isBefore(to))
                .filter(thing -> thing.to() == null
                        || thing.to().isAfter(from)
                        || !thing.from().isBefore(from))
                .forEach(thing -> seen.add(thing.name()));
        return seen.size();
    }

    private static boolean isOf(Thing thing, @Nullable String kind) {
        return kind == null || kind.equals(Objects.requireNonNullElse(thing.kind(), "(none)"));
    }

    private static long number(java.math.@Nullable BigDecimal value) {
        return Objects.requireNonNull(value).longValueExact();
    }
}
