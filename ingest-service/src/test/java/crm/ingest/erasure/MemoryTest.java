package crm.ingest.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import crm.erasure.Person;
import crm.erasure.RecordName;
import crm.erasure.Redaction;
import crm.log.Event;
import crm.log.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of somebody who was erased may come in again. */
class MemoryTest {

    private final Person person = new Person();
    private final Redaction redaction = new Redaction(person);

    MemoryTest() {
        person.addRecord(new RecordName("leads", "l-1"), "erased-ann");
        redaction.learn(
                new StoredRecord("leads", "l-1", "{\"personName\":\"Ann Example\",\"phone\":\"+32 2 000 01\"}"));
    }

    @Test
    void nobodyErasedPassesAgainAndWhatMentionsThemIsWhatIsStored() {
        Hashes hashes = new Hashes(new byte[Hashes.LENGTH]);
        Map<String, String> pseudonyms = new HashMap<>();
        person.records().forEach((record, name) -> pseudonyms.put(Hashes.hex(hashes.ofRecord(record)), name));
        person.aliases().forEach((alias, name) -> pseudonyms.put(Hashes.hex(hashes.ofAlias(alias)), name));
        pseudonyms.put(Hashes.hex(hashes.ofAddress("cleo@example.com")), "erased-cleo");
        Memory memory = new Memory(1, hashes, pseudonyms);

        assertThat(memory.pass(event("leads", "l-1", "{}"))).isEmpty();
        assertThat(memory.pass(event("contacts", "k-7", "{\"email\":\"Cleo@Example.com\"}")))
                .isEmpty();
        assertThat(memory.pass(event("leads", "l-2", "{\"email\":\"bob@example.com\"}")))
                .isPresent();
        for (String mention : List.of(
                "{\"leadId\":\"l-1\",\"amount\":12.50}", "{\"leadId\":\"l-2\",\"custom\":{\"a\":\"é\\u0007\"}}")) {
            String stored = redacted("deals", "d", mention).orElse(mention);
            assertThat(memory.pass(event("deals", "d", mention)).map(Event::data))
                    .contains(stored);
        }
        assertThat(memory.pass(event("calls", "k", "{\"from\":\"+32 2 000 01\"}"))
                        .map(Event::data))
                .isEqualTo(redacted("calls", "k", "{\"from\":\"+32 2 000 01\"}"));
        assertThat(memory.mentions("deals", "d", "{\"leadId\":\"l-1\",")).isTrue();
        assertThat(memory.mentions("deals", "d", "{\"leadId\":\"l-2\"}")).isFalse();
    }

    private Optional<String> redacted(String collection, String id, String data) {
        return redaction.redact(new StoredRecord(collection, id, data)).map(StoredRecord::data);
    }

    private static Event event(String collection, String id, String data) {
        return new Event(collection, id, null, false, data);
    }
}
