package crm.workbench.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleWorldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<JsonNode>> STANDARD = read(new SampleWorld(7, TODAY, SampleSize.STANDARD));

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(text(42)).isEqualTo(text(42));
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(text(42)).isNotEqualTo(text(43));
    }

    @Test
    void theWorldIsAsLargeAsAskedFor() {
        assertThat(ids("deals")).hasSize(5_000);
        assertThat(ids("calls")).hasSize(60_000);
        assertThat(ids("campaigns")).hasSize(40);
        assertThat(records("campaign-events")).hasSize(200_000);
    }

    @Test
    void everyRecordHasAnIdOfItsOwnOrIsAVersion() {
        STANDARD.forEach((collection, records) -> {
            Set<String> versions = records.stream()
                    .map(record -> record.required("id").asText() + "@" + record.path("updatedAt"))
                    .collect(Collectors.toSet());
            assertThat(versions).as(collection).hasSize(records.size());
        });
    }

    @Test
    void whatIsReferredToIsThere() {
        assertThat(missing("customers", values("deals", "customerId"))).isEmpty();
        assertThat(missing("leads", values("deals", "leadId"))).isEmpty();
        assertThat(missing("leads", values("calls", "leadId"))).isEmpty();
        assertThat(missing("users", values("deals", "ownerId"))).isEmpty();
        assertThat(missing("users", values("calls", "agentId"))).isEmpty();
        assertThat(missing("deals", values("calls", "dealId"))).isEmpty();
        assertThat(missing("campaigns", values("campaign-events", "campaignId")))
                .isEmpty();
    }

    @Test
    void aDealNamesItsLeadAndTheLeadItsDeal() {
        Map<String, String> leadsOfDeals = new HashMap<>();
        records("deals").stream()
                .filter(deal -> deal.has("leadId"))
                .forEach(deal -> leadsOfDeals.put(
                        deal.get("id").asText(), deal.get("leadId").asText()));
        Map<String, String> convertedLeads = records("leads").stream()
                .filter(lead -> lead.has("convertedDealId"))
                .collect(Collectors.toMap(lead -> lead.get("convertedDealId").asText(), lead -> lead.get("id")
                        .asText()));
        assertThat(leadsOfDeals).isEqualTo(convertedLeads);
    }

    @Test
    void nothingHasHappenedAfterTheEnd() {
        String end = TODAY.atStartOfDay(BusinessCalendar.ZONE).toInstant().toString();
        for (String field : List.of("updatedAt", "closedAt", "startedAt", "occurredAt", "convertedAt")) {
            List<JsonNode> late = STANDARD.values().stream()
                    .flatMap(List::stream)
                    .filter(record ->
                            record.has(field) && record.get(field).asText().compareTo(end) >= 0)
                    .toList();
            assertThat(late).as(field).isEmpty();
        }
    }

    @Test
    void theSizeKnowsAboutHowManyRecordsThereAre() {
        long records = STANDARD.values().stream().mapToLong(List::size).sum();
        assertThat(SampleSize.STANDARD.expectedRecords() / (double) records).isBetween(0.98, 1.02);
    }

    @Test
    void sharesArePlausible() {
        List<JsonNode> latest = new ArrayList<>(records("deals").stream()
                .collect(Collectors.toMap(deal -> deal.get("id").asText(), deal -> deal, SampleWorldTest::later))
                .values());
        long won = count(latest, deal -> deal.has("wonAt"));
        long closed = count(latest, deal -> deal.has("closedAt"));
        assertThat(won / (double) closed).isBetween(0.3, 0.6);
        assertThat((latest.size() - closed) / (double) latest.size()).isBetween(0.03, 0.2);
        assertThat(share("leads", lead -> lead.has("convertedDealId"))).isBetween(0.15, 0.3);
        List<JsonNode> inbound = records("calls").stream()
                .filter(call -> call.get("direction").asText().equals("inbound"))
                .toList();
        assertThat(count(inbound, call -> call.has("abandonStage")) / (double) inbound.size())
                .isBetween(0.03, 0.12);
        assertThat(share("campaign-events", is("eventType", "responded"))).isBetween(0.005, 0.03);
        assertThat(share("deals", is("currency", "USD"))).isBetween(0.05, 0.13);
    }

    @Test
    void aWorldOfAnySizeIsMadeWhileItIsRead() {
        Iterator<SampleBatch> batches = new SampleWorld(1, TODAY, SampleSize.times(500)).batches(1_000);
        for (int i = 0; i < 100; i++) {
            batches.next();
        }
        assertThat(batches.hasNext()).isTrue();
    }

    private static JsonNode later(JsonNode one, JsonNode other) {
        return one.get("updatedAt").asText().compareTo(other.get("updatedAt").asText()) >= 0 ? one : other;
    }

    private static double share(String collection, Predicate<JsonNode> condition) {
        return count(records(collection), condition)
                / (double) records(collection).size();
    }

    private static long count(List<JsonNode> records, Predicate<JsonNode> condition) {
        return records.stream().filter(condition).count();
    }

    private static Predicate<JsonNode> is(String field, String value) {
        return record -> record.path(field).asText().equals(value);
    }

    private static Set<String> ids(String collection) {
        return values(collection, "id");
    }

    private static Set<String> values(String collection, String field) {
        return records(collection).stream()
                .filter(record -> record.has(field))
                .map(record -> record.get(field).asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> missing(String collection, Set<String> wanted) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(ids(collection));
        return missing;
    }

    private static List<JsonNode> records(String collection) {
        return STANDARD.getOrDefault(collection, List.of());
    }

    private static Map<String, List<JsonNode>> read(SampleWorld world) {
        Map<String, List<JsonNode>> records = new HashMap<>();
        world.batches(1_000).forEachRemaining(batch -> batch.records()
                .forEach(record -> records.computeIfAbsent(batch.collection(), collection -> new ArrayList<>())
                        .add(parsed(record))));
        return records;
    }

    private static JsonNode parsed(String record) {
        try {
            return JSON.readTree(record);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(long seed) {
        StringBuilder text = new StringBuilder();
        new SampleWorld(seed, TODAY, SampleSize.times(0.1)).batches(100).forEachRemaining(batch -> text.append(batch)
                .append('\n'));
        return text.toString();
    }
}
