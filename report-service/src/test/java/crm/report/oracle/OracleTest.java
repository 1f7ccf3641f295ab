package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Dimension;
import crm.report.catalog.Catalogue;
import crm.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random worlds and random questions: the product says what the oracle says.
 *
 * <p>{@code -Doracle.seed} repeats a world that failed, {@code -Doracle.worlds} tries more of them,
 * {@code -Doracle.metric} asks one metric alone.
 */
class OracleTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final long FIRST = Long.getLong("oracle.seed", 1);
    private static final int WORLDS = Integer.getInteger("oracle.worlds", 2);
    private static final String METRIC = System.getProperty("oracle.metric", "");
    private static final int MOST_FAILURES = Integer.getInteger("oracle.failures", 8);
    private static final int MOST_LINES = 6;
    private static final int GROUPS_LISTED = 2;

    /** What was asked and came out otherwise, ready to be asked again. */
    private final List<String> failures = new ArrayList<>();

    @Test
    void theProductSaysWhatTheOracleSays() {
        forEveryQuestion(
                (product, truth, question) -> Compared.differences(truth, question, product.answer(TENANT, question)));

        assertThat(failures).isEmpty();
    }

    @Test
    void everyNumberIsMadeOfTheRecordsListed() {
        forEveryQuestion((product, truth, question) -> {
            if (!question.from().isBefore(truth.world().now())) {
                return List.of();
            }
            List<String> differences = new ArrayList<>(recordsOf(product, truth, question));
            truth.oracle(question).groups(whole(truth, question)).stream()
                    .sorted(Comparator.comparing(String::valueOf))
                    .limit(GROUPS_LISTED)
                    .forEach(members -> differences.addAll(recordsOf(product, truth, question.of(members))));
            return differences;
        });

        assertThat(failures).isEmpty();
    }

    @Test
    void everyMetricAndEveryOptionIsAsked() {
        Set<String> asked = Questions.turns().stream()
                .map(turn -> turn.metric().id() + " " + turn.name() + "=" + turn.option())
                .collect(Collectors.toSet());

        assertThat(asked).hasSize(Questions.turns().size());
        assertThat(Questions.turns()).extracting(Questions.Turn::metric).containsAll(Catalogue.metrics());
    }

    @Test
    void everyMetricCanBeAskedByTheDimensionsThatTheOracleKnows() {
        Truth truth = new Truth(Worlds.of(FIRST));
        Questions questions = new Questions(truth, FIRST);
        for (Questions.Turn turn : Questions.turns()) {
            Question question = questions.ask(turn);
            Set<String> offered = Product.shape(question).dimensions().stream()
                    .map(Dimension::name)
                    .collect(Collectors.toSet());

            assertThat(offered)
                    .as(question.toString())
                    .isEqualTo(truth.oracle(question).dimensions());
        }
    }

    /** A number is that of the whole, or of the group that the filters name: groups themselves have no records. */
    private static List<String> recordsOf(Product product, Truth truth, Question question) {
        Question asked = question.by(null, List.of());
        List<Long> listed = product.query(TENANT, asked).finerIfAsked().shape().formula().measures().stream()
                .map(measure -> product.records(TENANT, asked, measure))
                .toList();
        List<Long> counted = truth.oracle(asked).counts(whole(truth, asked));
        return listed.equals(counted)
                ? List.of()
                : List.of(asked.filters() + " expected " + counted + " records, listed " + listed);
    }

    private static Period whole(Truth truth, Question question) {
        return new Period(question.from(), question.to(), truth.world().now());
    }

    private interface Check {
        List<String> differences(Product product, Truth truth, Question question);
    }

    private void forEveryQuestion(Check check) {
        for (long seed = FIRST; seed < FIRST + WORLDS && failures.size() < MOST_FAILURES; seed++) {
            Truth truth = new Truth(Worlds.of(seed));
            Questions questions = new Questions(truth, seed);
            try (Product product = new Product()) {
                product.push(TENANT, truth.world(), 1 + (int) (seed % 4));
                for (Questions.Turn turn : Questions.turns()) {
                    Question question = questions.ask(turn);
                    boolean asked = METRIC.isEmpty() || METRIC.equals(question.metric());
                    List<String> differences = asked ? differences(check, product, truth, question) : List.of();
                    if (!differences.isEmpty()) {
                        failures.add("seed " + seed + " " + question + "\n    "
                                + differences.stream().limit(MOST_LINES).collect(Collectors.joining("\n    ")));
                    }
                }
            }
        }
    }

    private static List<String> differences(Check check, Product product, Truth truth, Question question) {
        try {
            return check.differences(product, truth, question);
        } catch (RuntimeException failed) {
            return List.of("failed: " + failed);
        }
    }
}
