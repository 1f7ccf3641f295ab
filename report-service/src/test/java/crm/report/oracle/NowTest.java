package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.query.Answer;
import crm.engine.query.MetricQuery;
import crm.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said not to depend on the time of day is the same later on that day, and a year later. */
class NowTest {

    private static final TenantId TENANT = new TenantId(7);

    @Test
    void whatDoesNotDependOnNowIsTheSameLater() {
        World world = Worlds.of(5);
        Questions questions = new Questions(new Truth(world), 5);
        List<String> others = new ArrayList<>();
        int independent = 0;
        try (Product product = new Product()) {
            product.push(TENANT, world, 1);
            for (Questions.Turn turn : Questions.turns()) {
                Question question = questions.ask(turn);
                MetricQuery query = Product.query(question, world);
                Duration later = query.range().to().isAfter(query.now())
                        ? Duration.between(query.now(), query.range().to()).dividedBy(2)
                        : Duration.ofDays(365);
                if (!query.dependsOnNow()) {
                    independent++;
                    World then = new World(
                            world.zone(),
                            world.currency(),
                            world.weekStart(),
                            world.now().plus(later),
                            world.pushed());
                    Answer after = product.answer(TENANT, Product.query(question, then));
                    if (!after.equals(product.answer(TENANT, query))) {
                        others.add(question.toString());
                    }
                }
            }
        }

        assertThat(others).isEmpty();
        assertThat(independent).isGreaterThan(Questions.turns().size() / 2);
    }
}
