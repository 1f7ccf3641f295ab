package crm.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import crm.log.StoredRecord;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left of records when a person is taken out of them. */
class RedactionTest {

    private static final RecordName ANN = new RecordName("leads", "l-1");
    private static final StoredRecord LEAD = new StoredRecord(
            "leads",
            "l-1",
            "{\"personName\":\"Ann Example\",\"email\":\"Ann@Example.com\",\"phone\":\"+32 2 000 01\","
                    + "\"source\":\"web\",\"score\":70,\"createdAt\":\"2026-03-02T09:30:00Z\"}");

    private final Person person = new Person();
    private final Redaction redaction = new Redaction(person);

    RedactionTest() {
        person.addRecord(ANN, "erased-ann");
        redaction.learn(LEAD);
    }

    @Test
    void theirOwnRecordKeepsWhatIsNotPersonalUnderAPseudonym() {
        StoredRecord left = redaction.redact(LEAD).orElseThrow();

        assertThat(left.recordId()).isEqualTo("erased-ann");
        assertThat(left.data())
                .contains("\"source\":\"web\"", "\"score\":70", "\"createdAt\":\"2026-03-02T09:30:00Z\"")
                .doesNotContainIgnoringCase("ann example")
                .doesNotContainIgnoringCase("example.com")
                .doesNotContain("+32");
    }

    @Test
    void allVersionsOfTheirRecordSayTheSamePseudonyms() {
        assertThat(redaction.redact(LEAD)).isEqualTo(redaction.redact(LEAD));
    }

    @Test
    void whatRefersToThemRefersToThePseudonym() {
        assertThat(redacted("deals", "d-1", "{\"leadId\":\"l-1\",\"customerId\":\"l-1\",\"amount\":12.50}"))
                .contains("{\"leadId\":\"erased-ann\",\"customerId\":\"l-1\",\"amount\":12.50}");
    }

    @Test
    void theirNumberIsThePseudonymWhereverSomebodyCalled() {
        String called = redacted("calls", "k-1", "{\"from\":\"+32 2 000 01\"}").orElseThrow();
        String again = redacted("calls", "k-2", "{\"from\":\"+32 2 000 01\",\"to\":\"+32 9\"}")
                .orElseThrow();

        assertThat(called).doesNotContain("+32");
        assertThat(again).startsWith(called.substring(0, called.length() - 1)).contains("+32 9");
    }

    @Test
    void aTextWithTheirAddressGoesEverywhere() {
        assertThat(redacted("deals", "d-1", "{\"title\":\"write to ANN@example.com\",\"amount\":1}"))
                .contains("{\"title\":\"[erased]\",\"amount\":1}");
        assertThat(redacted("deals", "d-1", "{\"custom\":{\"contact\":\"ann@example.com!\",\"n\":7}}"))
                .contains("{\"custom\":{\"contact\":\"[erased]\",\"n\":7}}");
    }

    @Test
    void aTextWithTheirNameGoesWhereItIsAboutThem() {
        assertThat(redacted("deals", "d-1", "{\"title\":\"Roof for Ann Example\",\"leadId\":\"l-1\"}"))
                .contains("{\"title\":\"[erased]\",\"leadId\":\"erased-ann\"}");
        assertThat(redacted("deals", "d-2", "{\"title\":\"Roof for Ann Example\",\"leadId\":\"l-2\"}"))
                .isEmpty();
    }

    @Test
    void theNumberByWhichACampaignKnowsThemIsAPseudonymInAllItsEvents() {
        redaction.learn(new StoredRecord(
                "campaign-events", "e-1", "{\"campaignId\":\"c\",\"memberId\":\"m-9\",\"leadId\":\"l-1\"}"));

        String other = redacted("campaign-events", "e-2", "{\"campaignId\":\"c\",\"memberId\":\"m-9\"}")
                .orElseThrow();

        assertThat(other).startsWith("{\"campaignId\":\"c\",\"memberId\":\"erased-");
    }

    @Test
    void recordsOfOthersStayAsTheyAre() {
        assertThat(redacted("leads", "l-2", "{\"personName\":\"Bob\",\"email\":\"bob@example.com\"}"))
                .isEmpty();
        assertThat(redacted("leads", "l-12", "{\"referrerCustomerId\":\"l-1\"}"))
                .isEmpty();
    }

    @Test
    void aRecordTakenBackLosesItsIdToo() {
        assertThat(redaction.redact(new StoredRecord("leads", "l-1", "{}")))
                .contains(new StoredRecord("leads", "erased-ann", "{}"));
    }

    private Optional<String> redacted(String collection, String id, String data) {
        return redaction.redact(new StoredRecord(collection, id, data)).map(StoredRecord::data);
    }
}
