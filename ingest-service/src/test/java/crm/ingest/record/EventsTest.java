package crm.ingest.record;

import static crm.ingest.record.Verdicting.bytes;
import static crm.ingest.record.Verdicting.faults;
import static crm.ingest.record.Verdicting.refused;
import static crm.ingest.record.Verdicting.sound;
import static org.assertj.core.api.Assertions.assertThat;

import crm.ingest.limit.Limits;
import crm.log.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event says, and what is wrong with it. */
class EventsTest {

    private static final String HEAD = "\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/s\"";
    private static final String TEAM = HEAD + ",\"type\":\"crm.team.v1\"";

    @Test
    void subjectAndTimeAreIdAndVersion() {
        Event event = sound(
                read(
                        "{" + TEAM
                                + ",\"subject\":\"t-1\",\"time\":\"2026-03-02T09:30:00Z\",\"data\":{\"name\":\"N\"},\"trace\":\"x\",\"n\":7}"));

        assertThat(event)
                .isEqualTo(new Event("teams", "t-1", Instant.parse("2026-03-02T09:30:00Z"), false, "{\"name\":\"N\"}"));
    }

    @Test
    void theDataMayTellThemThemselves() {
        Event event = sound(read("{\"data\": {\"name\":\"N\",\"id\":\"t-1\",\"updatedAt\":\"2026-03-01T00:00:00Z\"},"
                + "\"time\":\"2026-03-02T09:30:00Z\"," + TEAM + "}"));

        assertThat(event.recordId()).isEqualTo("t-1");
        assertThat(event.version()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void aRecordIsTakenBackByATypeOfItsOwn() {
        Event event = sound(read("{" + HEAD
                + ",\"type\":\"crm.deal.deleted.v1\",\"subject\":\"d-1\",\"time\":\"2026-03-02T09:30:00Z\"}"));

        assertThat(event).isEqualTo(new Event("deals", "d-1", Instant.parse("2026-03-02T09:30:00Z"), true, "{}"));
    }

    @Test
    void dataMayBeInBase64() {
        assertThat(sound(read("{" + TEAM + ",\"subject\":\"t\",\"data_base64\":\"eyJuYW1lIjoiTiJ9\"}"))
                        .data())
                .isEqualTo("{\"name\":\"N\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | `/specversion missing,/id missing,/source missing,/type missing`",
                "7 | ` wrong_type`",
                "{HEAD,\"type\":\"crm.nothing.v1\"} | /type unknown_type",
                "{HEAD,\"type\":7} | /type wrong_type",
                "{TEAM} | /data missing",
                "{TEAM,\"subject\":\"t\",\"data\":[]} | /data wrong_type",
                "{TEAM,\"subject\":\"t\",\"data\":\"x\"} | /data wrong_type",
                "{TEAM,\"subject\":\"t\",\"data_base64\":\"*\"} | /data invalid_text",
                "{TEAM,\"subject\":\"t\",\"data\":{\"name\":\"N\"},\"data_base64\":\"e30=\"} | `/data duplicate_field,/data/name missing`",
                "{TEAM,\"subject\":\"t\",\"data\":{}} | /data/name missing",
                "{TEAM,\"subject\":\"t\",\"data\":{\"nme\":1}} | `/data/nme unknown_field,/data/name missing`",
                "{TEAM,\"data\":{\"name\":\"N\"}} | /subject missing",
                "{TEAM,\"subject\":\"t\",\"time\":\"soon\",\"data\":{\"name\":\"N\"}} | /time invalid_timestamp",
                "{TEAM,\"subject\":\"t\",\"subject\":\"t\",\"data\":{\"name\":\"N\"}} | /subject duplicate_field",
                "{TEAM,\"subject\":\"t\",\"data\":{\"id\":\"u\",\"name\":\"N\"}} | /subject id_mismatch",
                "{TEAM,\"subject\":\"t\",\"datacontenttype\":\"text/csv\",\"data\":{\"name\":\"N\"}} | /datacontenttype not_a_member",
                "{HEAD,\"type\":\"crm.team.deleted.v1\"} | /subject missing",
            })
    void everythingThatIsWrongIsToldByItsPlace(String event, String faults) {
        Verdict verdict = read(event.replace("HEAD", HEAD).replace("TEAM", TEAM));

        assertThat(String.join(",", faults(verdict))).isEqualTo(faults);
    }

    @Test
    void anotherVersionOfTheStandardIsRefused() {
        assertThat(faults(read("{" + TEAM.replace("1.0", "0.3") + ",\"subject\":\"t\",\"data\":{\"name\":\"N\"}}")))
                .containsExactly("/specversion not_a_member");
    }

    @Test
    void aRefusedRecordIsKeptAsTheRecordItWouldHaveBeen() {
        Verdict.Refused refused = refused(read("{" + TEAM + ",\"subject\":\"t\",\"data\":{ \"nme\":1}}"));

        assertThat(refused.collection()).isEqualTo("teams");
        assertThat(refused.id()).isEqualTo("t");
        assertThat(refused.payload()).isEqualTo("{\"id\":\"t\", \"nme\":1}");
    }

    @Test
    void anEventOfNoCollectionIsKeptWhole() {
        String event = "{" + HEAD + ",\"type\":\"x\"}";

        assertThat(refused(read(event)).collection()).isEqualTo("events");
        assertThat(refused(read(event)).payload()).isEqualTo(event);
    }

    @Test
    void oneBatchMayHoldManyCollections() {
        List<Verdict> verdicts = readAll("[{" + TEAM + ",\"subject\":\"t\",\"data\":{\"name\":\"N\"}}, {" + HEAD
                + ",\"type\":\"crm.deal.v1\",\"subject\":\"d\",\"data\":{\"createdAt\":\"2026-03-02T09:30:00Z\"}},{}]");

        assertThat(sound(verdicts.get(0)).collection()).isEqualTo("teams");
        assertThat(sound(verdicts.get(1)).collection()).isEqualTo("deals");
        refused(verdicts.get(2));
    }

    @Test
    void dataOfTheMostBytesAreReadAndLargerOnesAreTooLarge() {
        String bare = "{\"id\":\"t\",\"name\":\"N\"}";
        for (int size : List.of(-1, 0, 1)) {
            String data = bare.replace(
                    ":\"N", ":" + " ".repeat(Limits.PUBLISHED.bytesInARecord() + size - bare.length()) + "\"N");
            String event = "{" + TEAM + ",\"data\":" + data + "}";
            if (size > 0) {
                assertThat(faults(read(event))).containsExactly("/data too_large");
            } else {
                sound(read(event));
            }
        }
    }

    @Test
    void aBinaryEventHasItsAttributesInHeaders() {
        EventAttributes attributes = EventAttributes.ofHeaders(
                Map.of(
                        "ce-specversion", List.of("1.0"),
                        "Ce-Id", List.of("e"),
                        "ce-source", List.of("/s"),
                        "ce-type", List.of("crm.team.v1"),
                        "ce-subject", List.of("t%20%C3%A9+1"),
                        "accept", List.of("*/*")),
                "application/json");
        Event event = sound(BatchParser.parseEvent(
                        UnaryOperator.identity(), attributes, SentBody.json(bytes("{\"name\":\"N\"}")), Verdicting.NOW)
                .getFirst());

        assertThat(event.recordId()).isEqualTo("t é+1");
    }

    private static Verdict read(String event) {
        return readAll(event).getFirst();
    }

    private static List<Verdict> readAll(String body) {
        return BatchParser.parseEvents(UnaryOperator.identity(), SentBody.json(bytes(body)), Verdicting.NOW);
    }
}
