package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Unit;
import crm.engine.query.Answer;
import crm.engine.query.Attribution;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.report.catalog.Catalogue;
import crm.report.catalog.MetricGroup;
import crm.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must hold whatever the numbers are. */
class LawsTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final TenantId OTHER = new TenantId(8);
    private static final long SEED = Long.getLong("oracle.seed", 3);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final World world = Worlds.of(SEED);
    private final Product product = new Product();

    @AfterEach
    void close() {
        product.close();
    }

    @Test
    void membersOfAnAdditiveMetricAddUpToTheTotal() {
        product.push(TENANT, world, 1);
        for (Metric metric : additive()) {
            for (String dimension : dimensions(metric)) {
                Answer answer = product.answer(TENANT, question(metric, null, List.of(dimension)));
                int parts = answer.groups().size();

                assertThat(sum(answer.groups().stream().map(group -> value(group.value()))))
                        .as(metric.id() + " by " + dimension)
                        .isCloseTo(value(answer), within(rounding(metric, parts)));
            }
        }
    }

    @Test
    void monthsOfAnAdditiveMetricAddUpToTheQuarter() {
        product.push(TENANT, world, 1);
        for (Metric metric : additive()) {
            Answer months = product.answer(TENANT, question(metric, TimeGrain.MONTH, List.of()));
            Answer quarters = product.answer(TENANT, question(metric, TimeGrain.QUARTER, List.of()));

            assertThat(months.series()).hasSize(3);
            assertThat(sum(months.series().stream().map(point -> value(point.value()))))
                    .as(metric.id())
                    .isCloseTo(value(months), within(rounding(metric, 3)));
            assertThat(quarters.series())
                    .singleElement()
                    .satisfies(quarter ->
                            assertThat(quarter.value().value()).as(metric.id()).isEqualByComparingTo(value(months)));
        }
    }

    @Test
    void fewerGroupsLeaveTheRestTogether() {
        product.push(TENANT, world, 1);
        for (Metric metric : additive()) {
            Question question =
                    question(metric, null, List.of(dimensions(metric).getFirst()));
            Answer all = product.answer(TENANT, question);
            Answer one = product.answer(TENANT, question, 1);

            assertThat(one.groups())
                    .isEqualTo(all.groups().subList(0, Math.min(1, all.groups().size())));
            assertThat(one.moreGroups()).isEqualTo(Math.max(0, all.groups().size() - 1));
            Answer.Value other = one.other();
            BigDecimal rest = other == null ? BigDecimal.ZERO : value(other);
            assertThat(sum(one.groups().stream().map(group -> value(group.value())))
                            .add(rest))
                    .as(metric.id())
                    .isCloseTo(value(all), within(rounding(metric, 2)));
        }
    }

    @Test
    void theRestTogetherIsWhatItIsWhenAskedAlone() {
        product.push(TENANT, world, 1);
        for (Metric metric : Catalogue.metrics()) {
            String dimension = dimensions(metric).getFirst();
            Question question = question(metric, null, List.of(dimension));
            Answer one = product.answer(TENANT, question, 1);
            if (one.moreGroups() > 0) {
                List<String> shown = one.groups().getFirst().members();

                Answer rest =
                        product.answer(TENANT, question.by(null, List.of()).keeping(dimension + "[not]", shown));

                assertThat(one.other()).as(metric.id()).isEqualTo(rest.total());
            }
        }
    }

    @Test
    void eventsOfAnotherTenantChangeNothing() {
        product.push(TENANT, world, 1);
        Map<String, Answer> before = answers();

        product.push(OTHER, Worlds.of(SEED + 1), 2);

        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void sendingTwiceChangesNothing() {
        product.push(TENANT, world, 1);
        Map<String, Answer> before = answers();

        product.push(TENANT, world, 3);

        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void sendingTheSameUnderALaterVersionChangesNothing() {
        product.push(TENANT, world, 1);
        Map<String, Answer> before = answers();

        product.push(TENANT, world.with(repeatedLater()), 2);

        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        product.push(TENANT, world, 1);
        Map<String, Answer> before = answers();
        product.forget(TENANT);
        List<Pushed> shuffled = new ArrayList<>(world.pushed());
        Collections.shuffle(shuffled, new Random(SEED));

        product.pushAnew(TENANT, world.with(shuffled), 5);

        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void aRebuildChangesNothing() {
        product.push(TENANT, world, 4);
        Map<String, Answer> before = answers();

        product.rebuild(TENANT);

        assertThat(answers()).isEqualTo(before);
    }

    /** By every dimension; extended metrics, which count what others count, by two. */
    private Map<String, Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Metric metric : Catalogue.metrics()) {
            List<String> dimensions = dimensions(metric);
            int asked = Catalogue.group(metric) == MetricGroup.EXTENDED ? 2 : dimensions.size();
            for (int first = 0; first + 1 < asked; first += 2) {
                List<String> two = dimensions.subList(first, first + 2);
                answers.put(metric.id() + two, product.answer(TENANT, question(metric, TimeGrain.MONTH, two)));
            }
        }
        return answers;
    }

    private List<Pushed> repeatedLater() {
        Instant later = Instant.parse("2024-06-01T00:00:00Z");
        Map<String, Pushed> newest = new LinkedHashMap<>();
        for (Pushed each : world.pushed()) {
            newest.merge(
                    each.collection() + " " + each.id(),
                    each,
                    (one, other) -> one.version().isAfter(other.version()) ? one : other);
        }
        return newest.values().stream()
                .filter(each -> !each.deleted())
                .map(each -> each.updatedAt(later))
                .toList();
    }

    /** What a sum of so many parts may differ by: each amount of money is rounded to its currency's smallest coin. */
    private BigDecimal rounding(Metric metric, int parts) {
        int scale = Currency.getInstance(world.currency()).getDefaultFractionDigits();
        return metric.unit() == Unit.MONEY ? BigDecimal.valueOf(parts + 1L, scale) : CENT;
    }

    private static List<Metric> additive() {
        return Catalogue.metrics().stream().filter(Metric::additive).toList();
    }

    private static List<String> dimensions(Metric metric) {
        return metric.shape().dimensions().stream().map(Dimension::name).toList();
    }

    private Question question(Metric metric, @org.jspecify.annotations.Nullable TimeGrain grain, List<String> groupBy) {
        return new Question(
                metric.id(),
                Map.of(),
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2024-04-01T00:00:00Z"),
                java.time.ZoneOffset.UTC,
                new ReportingCalendar(world.weekStart(), java.time.Month.JANUARY),
                world.currency(),
                grain,
                groupBy,
                Map.of(),
                Attribution.AT_EVENT);
    }

    private static BigDecimal value(Answer answer) {
        return value(answer.total());
    }

    private static BigDecimal value(Answer.Value value) {
        return Objects.requireNonNull(value.value());
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
