package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.engine.model.Metric;
import crm.engine.query.Attribution;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.erasure.Person;
import crm.erasure.RecordName;
import crm.erasure.Redaction;
import crm.log.StoredRecord;
import crm.report.catalog.Catalogue;
import crm.tenant.TenantId;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number stays as it was when somebody is forgotten. */
class ErasureTest {

    private static final TenantId BEFORE = new TenantId(7);
    private static final TenantId AFTER = new TenantId(8);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource({"3, leads", "3, customers", "4, customers"})
    void everyTotalStandsWhenAPersonIsErased(long seed, String collection) {
        World world = Worlds.of(seed);
        String id = world.pushed().stream()
                .filter(each -> each.collection().equals(collection) && !each.deleted())
                .map(Pushed::id)
                .findFirst()
                .orElseThrow();
        World erased = without(world, new RecordName(collection, id));
        assertThat(erased.pushed())
                .noneMatch(each ->
                        each.collection().equals(collection) && each.id().equals(id));

        try (Product product = new Product()) {
            product.push(BEFORE, world, 1);
            product.push(AFTER, erased, 1);
            for (Metric metric : Catalogue.metrics()) {
                Question question = question(world, metric);
                assertThat(product.answer(AFTER, question))
                        .as(metric.id())
                        .usingRecursiveComparison()
                        .ignoringFieldsMatchingRegexes(".*watermark.*")
                        .isEqualTo(product.answer(BEFORE, question));
            }
        }
    }

    private static World without(World world, RecordName name) {
        Person person = new Person();
        person.addRecord(name, "erased-somebody");
        Redaction redaction = new Redaction(person);
        world.pushed().forEach(each -> redaction.learn(stored(each)));
        return world.with(world.pushed().stream()
                .map(each -> redaction
                        .redact(stored(each))
                        .map(left -> restored(each, left))
                        .orElse(each))
                .toList());
    }

    private static StoredRecord stored(Pushed pushed) {
        return new StoredRecord(pushed.collection(), pushed.id(), ListedLog.json(pushed));
    }

    private static Pushed restored(Pushed pushed, StoredRecord left) {
        try {
            Map<String, Object> fields = JSON.readValue(left.data(), new TypeReference<>() {});
            return new Pushed(
                    pushed.collection(),
                    left.recordId(),
                    pushed.updatedAt(),
                    pushed.receivedAt(),
                    pushed.deleted(),
                    fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Question question(World world, Metric metric) {
        return new Question(
                metric.id(),
                Map.of(),
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2024-04-01T00:00:00Z"),
                ZoneOffset.UTC,
                new ReportingCalendar(world.weekStart(), Month.JANUARY),
                world.currency(),
                TimeGrain.MONTH,
                List.of(),
                Map.of(),
                Attribution.AT_EVENT);
    }
}
