package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.query.Answer;
import crm.engine.query.Attribution;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.report.catalog.Catalogue;
import crm.tenant.TenantId;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was answered at a position is answered for it later, whatever has come since. */
class AsOfTest {

    private static final TenantId TENANT = new TenantId(7);

    @Test
    void everyMetricIsAnsweredAsItWas() {
        World world = Worlds.of(3);
        List<Pushed> all = world.pushed();
        World half = world.with(all.subList(0, all.size() / 2));
        try (Product product = new Product()) {
            long position = product.push(TENANT, half, 3);
            Map<Question, Answer> then = new LinkedHashMap<>();
            for (Metric metric : Catalogue.metrics()) {
                for (String dimension : dimensions(metric)) {
                    Question question = question(world, metric, dimension);
                    then.put(question, product.answer(TENANT, question));
                }
            }

            product.push(TENANT, world, 2);

            then.forEach((question, answer) -> assertThat(product.answerAsOf(TENANT, position, question))
                    .as(question.toString())
                    .isEqualTo(answer));
        }
    }

    private static List<String> dimensions(Metric metric) {
        return metric.shape().dimensions().stream()
                .map(Dimension::name)
                .limit(2)
                .toList();
    }

    private static Question question(World world, Metric metric, String dimension) {
        return new Question(
                metric.id(),
                Map.of(),
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2024-04-01T00:00:00Z"),
                ZoneOffset.UTC,
                new ReportingCalendar(world.weekStart(), Month.JANUARY),
                world.currency(),
                TimeGrain.MONTH,
                List.of(dimension),
                Map.of(),
                Attribution.AT_EVENT);
    }
}
