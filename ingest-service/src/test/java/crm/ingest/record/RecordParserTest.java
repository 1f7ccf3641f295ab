package crm.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.http.problem.Violation;
import crm.ingest.openapi.RecordSchemas;
import crm.log.Event;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a single record: its canonical form, or every fault in it. */
class RecordParserTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String REQUIRED = "\"id\": \"d-1\", \"createdAt\": \"2026-03-02T09:30:00Z\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\": 12500.00 | \"amount\":12500",
                "\"amount\": \"12500.10\" | \"amount\":12500.1",
                "\"amount\": 1e3 | \"amount\":1000",
                "\"amount\": -0.0 | \"amount\":0",
                "\"amount\": -0 | \"amount\":0",
                "\"amount\": 0.0001 | \"amount\":0.0001",
                "\"amount\": 99999999999999 | \"amount\":99999999999999",
                "\"amount\": \"-99999999999999.0000\" | \"amount\":-99999999999999",
                "\"amount\": 0.1000000000000000000000000 | \"amount\":0.1",
                "\"probability\": 1 | \"probability\":1",
                "\"probability\": 0 | \"probability\":0",
                "\"score\": 70 | \"score\":70",
                "\"score\": 70.0 | \"score\":70",
                "\"score\": 7e1 | \"score\":70",
                "\"currency\": \"EUR\" | \"currency\":\"EUR\"",
                "\"status\": \"won\" | \"status\":\"won\"",
                "\"closedAt\": \"2026-05-12T15:00:00+02:00\" | \"closedAt\":\"2026-05-12T13:00:00Z\"",
                "\"closedAt\": \"2026-05-12t15:00:00z\" | \"closedAt\":\"2026-05-12T15:00:00Z\"",
                "\"closedAt\": \"2026-05-12T15:00:00.1Z\" | \"closedAt\":\"2026-05-12T15:00:00.100000Z\"",
                "\"closedAt\": \"2026-05-12T15:00:00.123456789Z\" | \"closedAt\":\"2026-05-12T15:00:00.123456Z\"",
                "\"closedAt\": \"2024-02-29T00:00:00Z\" | \"closedAt\":\"2024-02-29T00:00:00Z\"",
                "\"closedAt\": \"1969-12-31T23:59:59.999999Z\" | \"closedAt\":\"1969-12-31T23:59:59.999999Z\"",
                "\"closedAt\": \"0001-01-01T00:00:00Z\" | \"closedAt\":\"0001-01-01T00:00:00Z\"",
                "\"closedAt\": \"2026-11-22T12:00:00Z\" | \"closedAt\":\"2026-11-22T12:00:00Z\"",
                "\"expectedCloseAt\": \"2031-01-01T00:00:00Z\" | \"expectedCloseAt\":\"2031-01-01T00:00:00Z\"",
                "\"title\": \"a\\u0041\\n\\\"\\\\\\/\\u0001\" | \"title\":\"aA\\n\\\"\\\\/\\u0001\"",
                "\"title\": \"\\ud83d\\ude00\" | \"title\":\"😀\"",
                "\"title\": \"\" | ``",
                "\"title\": null | ``",
                "\"amount\": \"\" | ``",
                "\"closedAt\": null | ``",
                "\"contactIds\": [\"k-4\", \"k-5\"] | \"contactIds\":[\"k-4\",\"k-5\"]",
                "\"contactIds\": [] | \"contactIds\":[]",
                "\"custom\": {\"b\": 1.50, \"a\": \"x\", \"c\": true, \"d\": null} | \"custom\":{\"a\":\"x\",\"b\":1.5,\"c\":true}",
                "\"custom\": {} | ``",
                "\"stageHistory\": [{\"enteredAt\": \"2026-03-20T10:00:00Z\", \"stageId\": \"p\"}] | \"stageHistory\":[{\"stageId\":\"p\",\"enteredAt\":\"2026-03-20T10:00:00Z\"}]",
            })
    void equalContentHasOneSpelling(String field, String canonical) {
        String data = event("deals", "{" + REQUIRED + ", " + field + "}").data();

        assertThat(data).contains("\"createdAt\":\"2026-03-02T09:30:00Z\"");
        assertThat(data).contains(canonical);
        assertThat(data.length())
                .isEqualTo("{\"createdAt\":\"2026-03-02T09:30:00Z\"}".length()
                        + (canonical.isEmpty() ? 0 : canonical.length() + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amuont\": 1 | /amuont unknown_field",
                "\"tenantId\": \"t_1\" | /tenantId unknown_field",
                "\"position\": 7 | /position unknown_field",
                "\"a/b~c\": 7 | /a~1b~0c unknown_field",
                "\"amuont\": {\"deep\": [1, {\"er\": 2}]} | /amuont unknown_field",
                "\"createdAt\": \"2026-03-02T09:30:00Z\" | /createdAt duplicate_field",
                "\"amount\": 1, \"amount\": 1 | /amount duplicate_field",
                "\"id\": \"d-2\" | /id duplicate_field",
                "\"amount\": \"1,5\" | /amount invalid_number",
                "\"amount\": \"+1\" | /amount invalid_number",
                "\"amount\": \"1e3\" | /amount invalid_number",
                "\"amount\": \".5\" | /amount invalid_number",
                "\"amount\": \"٣\" | /amount invalid_number",
                "\"amount\": true | /amount wrong_type",
                "\"amount\": {} | /amount wrong_type",
                "\"amount\": [1] | /amount wrong_type",
                "\"amount\": 0.00001 | /amount too_many_decimals",
                "\"amount\": 1e-999999999 | /amount too_many_decimals",
                "\"amount\": 100000000000000 | /amount out_of_range",
                "\"amount\": -99999999999999.0001 | /amount out_of_range",
                "\"amount\": 1e999999999 | /amount out_of_range",
                "\"amount\": 1e99999999999 | /amount invalid_number",
                "\"probability\": 1.0001 | /probability out_of_range",
                "\"probability\": -0.1 | /probability out_of_range",
                "\"score\": 1001 | /score out_of_range",
                "\"score\": -1 | /score out_of_range",
                "\"score\": 1.5 | /score invalid_number",
                "\"score\": \"70\" | /score wrong_type",
                "\"currency\": \"eur\" | /currency invalid_currency",
                "\"currency\": \"EURO\" | /currency invalid_currency",
                "\"currency\": 978 | /currency wrong_type",
                "\"status\": \"Won\" | /status not_a_member",
                "\"closedAt\": \"2026-05-12\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T15:00:00\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12 15:00:00Z\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T15:00Z\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T15:00:00.Z\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-02-29T15:00:00Z\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-13-01T15:00:00Z\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T24:00:00Z\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T15:00:60Z\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T15:00:00+0200\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T15:00:00+24:00\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"2026-05-12T15:00:00Zx\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"0001-01-01T00:00:00+00:01\" | /closedAt invalid_timestamp",
                "\"closedAt\": \"9999-12-31T23:59:59-00:01\" | /closedAt invalid_timestamp",
                "\"closedAt\": 1778598000 | /closedAt wrong_type",
                "\"closedAt\": \"2026-11-22T12:00:00.000001Z\" | /closedAt in_the_future",
                "\"updatedAt\": \"2026-11-22T12:00:01Z\" | /updatedAt in_the_future",
                "\"updatedAt\": \"now\" | /updatedAt invalid_timestamp",
                "\"title\": 5 | /title wrong_type",
                "\"title\": \"a\\u0000b\" | /title invalid_text",
                "\"title\": \"\\ud83d\" | /title invalid_text",
                "\"title\": \"\\ude00\\ud83d\" | /title invalid_text",
                "\"ownerId\": \"u\\n7\" | /ownerId invalid_text",
                "\"ownerId\": \"u\\u0085\" | /ownerId invalid_text",
                "\"contactIds\": \"k-4\" | /contactIds wrong_type",
                "\"contactIds\": [\"k-4\", 5] | /contactIds/1 wrong_type",
                "\"contactIds\": [null] | /contactIds/0 missing",
                "\"stageHistory\": [{\"stageId\": \"p\"}] | /stageHistory/0/enteredAt missing",
                "\"stageHistory\": [{\"stageId\": \"p\", \"enteredAt\": \"2026-03-20T10:00:00Z\", \"x\": 1}] | /stageHistory/0/x unknown_field",
                "\"stageHistory\": [3] | /stageHistory/0 wrong_type",
                "\"custom\": [] | /custom wrong_type",
                "\"custom\": {\"a\": {}} | /custom/a wrong_type",
                "\"custom\": {\"a\": 1, \"a\": 2} | /custom/a duplicate_field",
                "\"custom\": {\"\": 1} | /custom/ invalid_text",
                "\"custom\": {\"a\": 1e18} | /custom/a out_of_range",
                "\"custom\": {\"a\": 1e-19} | /custom/a too_many_decimals",
            })
    void everyFaultIsToldWithItsPlace(String field, String fault) {
        assertThat(faults("deals", "{" + REQUIRED + ", " + field + "}")).containsExactly(fault);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults("deals", """
                        {"amount": "x", "status": "maybe", "nope": 1, "stageHistory": [{"stageId": 4}], "score": 5000}
                        """))
                .containsExactlyInAnyOrder(
                        "/amount invalid_number",
                        "/status not_a_member",
                        "/nope unknown_field",
                        "/stageHistory/0/stageId wrong_type",
                        "/stageHistory/0/enteredAt missing",
                        "/score out_of_range",
                        "/createdAt missing",
                        "/id missing");
    }

    @ParameterizedTest
    @CsvSource({"128, true", "129, false", "1, true"})
    void anIdHasAtMost128Characters(int length, boolean sound) {
        String id = "😀".repeat(length);

        Verdict verdict = verdict("teams", "{\"id\": \"" + id + "\", \"name\": \"North\"}");

        assertThat(verdict instanceof Verdict.Sound).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | missing",
                "\"id\": null | missing",
                "\"id\": \"\" | missing",
                "\"id\": 17 | wrong_type",
                "\"id\": \"a\\tb\" | invalid_text"
            })
    void anIdIsNeeded(String id, String code) {
        String comma = id.isEmpty() ? "" : ", ";

        assertThat(faults("teams", "{" + id + comma + "\"name\": \"North\"}")).containsExactly("/id " + code);
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false"})
    void aTextHasAtMostItsCharacters(int length, boolean sound) {
        String title = "\"title\": \"" + "😀".repeat(length) + "\"";

        assertThat(verdict("deals", "{" + REQUIRED + ", " + title + "}") instanceof Verdict.Sound)
                .isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void aListHasAtMostItsItems(int items, boolean sound) {
        String contacts = String.join(",", Collections.nCopies(items, "\"k\""));

        assertThat(verdict("deals", "{" + REQUIRED + ", \"contactIds\": [" + contacts + "]}") instanceof Verdict.Sound)
                .isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void aRecordHasAtMost256KiB(int more, boolean sound) {
        String start = "{" + REQUIRED;
        String record = start + " ".repeat(RecordParser.LARGEST + more - start.length() - 1) + "}";

        assertThat(verdict("deals", record) instanceof Verdict.Sound).isEqualTo(sound);
    }

    @Test
    void theSizeOfARecordIsItsOwnAlone() {
        String start = "{" + REQUIRED;
        String record = start + " ".repeat(RecordParser.LARGEST - start.length() - 1) + "}";

        assertThat(verdicts("deals", "[" + record + " , " + record + "]")).allMatch(Verdict.Sound.class::isInstance);
    }

    @Test
    void theVersionIsNotPartOfTheContent() {
        Event event = event("deals", "{" + REQUIRED + ", \"updatedAt\": \"2026-03-03T00:00:00.000001+01:00\"}");

        assertThat(event.version()).isEqualTo(Instant.parse("2026-03-02T23:00:00.000001Z"));
        assertThat(event.data()).isEqualTo("{\"createdAt\":\"2026-03-02T09:30:00Z\"}");
        assertThat(event.recordId()).isEqualTo("d-1");
        assertThat(event.deleted()).isFalse();
    }

    @Test
    void theFirstHundredFaultsAreTold() {
        StringBuilder record = new StringBuilder("{\"id\": \"t\", \"name\": \"x\"");
        for (int i = 0; i < 150; i++) {
            record.append(", \"f").append(i).append("\": 1");
        }

        List<String> faults = faults("teams", record.append('}').toString());

        assertThat(faults).hasSize(Findings.MOST + 1);
        assertThat(faults.getLast()).isEqualTo(" too_many_errors");
    }

    static Stream<RecordKind> kinds() {
        return RecordKinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDocumentsExamplesAreSound(RecordKind kind) throws Exception {
        String example = new JsonMapper().writeValueAsString(RecordSchemas.example(kind));

        assertThat(verdict(kind.collection(), example)).isInstanceOf(Verdict.Sound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theOrderOfFieldsDoesNotMatter(RecordKind kind) {
        List<String> members = new ArrayList<>(List.of("\"id\": \"x\"", "\"custom\": {\"a\": 1}"));
        kind.fields().forEach(field -> members.add('"' + field.name() + "\": " + field.example()));
        String straight =
                event(kind.collection(), "{" + String.join(",", members) + "}").data();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(members, new Random(seed));
            String shuffled = event(kind.collection(), "{" + String.join(",", members) + "}")
                    .data();
            assertThat(shuffled).isEqualTo(straight);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void canonicalFormIsItsOwnCanonicalForm(RecordKind kind) {
        List<String> members = new ArrayList<>(List.of("\"id\": \"x\""));
        kind.fields().forEach(field -> members.add('"' + field.name() + "\": " + field.example()));
        String canonical =
                event(kind.collection(), "{" + String.join(",", members) + "}").data();

        String again = event(kind.collection(), "{\"id\":\"x\"," + canonical.substring(1))
                .data();

        assertThat(again).isEqualTo(canonical);
    }

    @Test
    void whatIsNotAnObjectIsRefusedInItsPlace() {
        List<Verdict> verdicts = verdicts("teams", "[1, \"x\", null, [{}], {\"id\": \"t\", \"name\": \"North\"}]");

        assertThat(verdicts.subList(0, 4))
                .allSatisfy(verdict -> assertThat(faults(verdict)).containsExactly(" wrong_type"));
        assertThat(verdicts.get(4)).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void aRefusedRecordIsKeptAsItWasSent() {
        List<Verdict> verdicts = verdicts("teams", "\ufeff [ {\"id\" : \"é😀\"} , 12, {\"id\":\"\\ud83d\"},[1 ]\n]");

        assertThat(verdicts)
                .extracting(verdict -> ((Verdict.Refused) verdict).payload())
                .containsExactly("{\"id\" : \"é😀\"}", "12", "{\"id\":\"\\ud83d\"}", "[1 ]");
    }

    @Test
    void aRecordThatIsTooLargeIsNotKept() {
        String record = "{\"id\": \"t\", \"name\": \"" + "x".repeat(RecordParser.LARGEST) + "\"}";

        assertThat(verdict("teams", record)).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.id()).isEqualTo("t");
            assertThat(refused.payload()).isNull();
        });
    }

    private static Event event(String collection, String json) {
        return switch (verdict(collection, json)) {
            case Verdict.Sound sound -> sound.event();
            case Verdict.Refused refused -> throw new AssertionError(refused + " of " + json);
        };
    }

    private static List<String> faults(String collection, String json) {
        return faults(verdict(collection, json));
    }

    private static List<String> faults(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound sound -> List.of();
            case Verdict.Refused refused ->
                refused.violations().stream().map(RecordParserTest::written).toList();
        };
    }

    private static String written(Violation violation) {
        return violation.pointer() + " " + violation.code();
    }

    private static Verdict verdict(String collection, String json) {
        return verdicts(collection, json).getFirst();
    }

    private static List<Verdict> verdicts(String collection, String json) {
        RecordKind kind = RecordKinds.ofCollection(collection).orElseThrow();
        return BatchParser.parse(kind, json.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
