package crm.ingest.erasure;

import crm.erasure.Person;
import crm.erasure.RecordName;
import crm.erasure.RecordTree;
import crm.log.Event;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant must not know again, as one generation of its log had it. Records of somebody who was erased do not pass;
 * in others a pseudonym stands in place of their ids and addresses, so that what is sent again is what is stored.
 */
public final class Memory {

    public static final Memory EMPTY = new Memory(0, new Hashes(new byte[Hashes.LENGTH]), Map.of());

    private final long generation;
    private final Hashes hashes;
    private final Map<String, String> pseudonyms;

    Memory(long generation, Hashes hashes, Map<String, String> pseudonyms) {
        this.generation = generation;
        this.hashes = hashes;
        this.pseudonyms = Map.copyOf(pseudonyms);
    }

    public long generation() {
        return generation;
    }

    /** Whether there is nobody to be forgotten, so that everything passes as it is. */
    public boolean isEmpty() {
        return pseudonyms.isEmpty();
    }

    /** The event as it may be stored; nothing where it may not. */
    public Optional<Event> pass(Event event) {
        Optional<RecordKind> kind = RecordKinds.ofCollection(event.collection());
        if (isErased(new RecordName(event.collection(), event.recordId()))) {
            return Optional.empty();
        }
        if (kind.isEmpty()) {
            return Optional.of(event);
        }
        Passing passing = new Passing(kind.get().person());
        Optional<String> data = RecordTree.of(kind.get(), event.data()).apply(passing);
        if (passing.erased) {
            return Optional.empty();
        }
        return Optional.of(data.map(changed ->
                        new Event(event.collection(), event.recordId(), event.version(), event.deleted(), changed))
                .orElse(event));
    }

    /** Whether a refused record is about somebody who was erased or names them, so that it must not be kept. */
    public boolean mentions(String collection, @Nullable String id, @Nullable String payload) {
        return id != null && isErased(new RecordName(collection, id)) || payload != null && mentions(payload);
    }

    /** Whether a text in something that was sent names somebody who was erased. */
    public boolean mentions(String payload) {
        return JsonTexts.any(payload, this::isMentionedBy);
    }

    private boolean isMentionedBy(String text) {
        return pseudonyms.containsKey(Hashes.hex(hashes.ofAddress(text)))
                || pseudonyms.containsKey(Hashes.hex(hashes.ofAlias(Person.folded(text))))
                || RecordKinds.all().stream()
                        .filter(RecordKind::person)
                        .anyMatch(kind -> isErased(new RecordName(kind.collection(), text)));
    }

    private boolean isErased(RecordName record) {
        return pseudonyms.containsKey(Hashes.hex(hashes.ofRecord(record)));
    }

    private final class Passing implements RecordTree.Rule {
        private final boolean ofPerson;
        private boolean erased;

        Passing(boolean ofPerson) {
            this.ofPerson = ofPerson;
        }

        @Override
        public String text(Field field, String text) {
            if (field.type() instanceof FieldType.Reference reference) {
                return instead(hashes.ofRecord(new RecordName(reference.collection(), text)), text);
            }
            if (!field.personal()) {
                return text;
            }
            erased |= ofPerson && pseudonyms.containsKey(Hashes.hex(hashes.ofAddress(text)));
            return instead(hashes.ofAlias(Person.folded(text)), text);
        }

        @Override
        public boolean goes(Field field) {
            return false;
        }

        @Override
        public String custom(String text) {
            return text;
        }

        private String instead(byte[] hash, String text) {
            return pseudonyms.getOrDefault(Hashes.hex(hash), text);
        }
    }
}
