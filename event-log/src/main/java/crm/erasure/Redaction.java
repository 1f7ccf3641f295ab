package crm.erasure;

import crm.log.StoredRecord;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a person out of records. Their own records keep everything that is not personal, under a pseudonym; what refers
 * to them refers to the pseudonym; a text that holds an address of theirs goes, and so does one that holds their name in
 * a record that is about them.
 */
public final class Redaction {

    /** What is left of a text that told something of the person. */
    static final String GONE = "[erased]";

    private final Person person;

    /** Personal texts of the person's own records that are no address; each becomes the same pseudonym everywhere. */
    private final Map<String, String> ownTexts = new HashMap<>();

    public Redaction(Person person) {
        this.person = person;
    }

    /** Learns what the person is called and where they are reached, and by which numbers campaigns know them. */
    public void learn(StoredRecord record) {
        RecordKinds.ofCollection(record.collection()).ifPresent(kind -> {
            boolean own = person.has(new RecordName(record.collection(), record.recordId()));
            boolean about = own || person.mayBeIn(record.data()) && refersToPerson(kind, record.data());
            if (about) {
                var unused = RecordTree.of(kind, record.data()).apply(new Learning(own));
            }
        });
    }

    /** The record without the person; nothing where they are not in it. */
    public Optional<StoredRecord> redact(StoredRecord record) {
        RecordName name = new RecordName(record.collection(), record.recordId());
        boolean own = person.has(name);
        if (!own && !person.mayBeIn(record.data())) {
            return Optional.empty();
        }
        String id = person.pseudonym(name).orElse(record.recordId());
        Optional<RecordKind> kind = RecordKinds.ofCollection(record.collection());
        Optional<String> data = kind.flatMap(known -> RecordTree.of(known, record.data())
                .apply(new Forgetting(own, own || refersToPerson(known, record.data()))));
        if (data.isEmpty() && !own) {
            return Optional.empty();
        }
        return Optional.of(new StoredRecord(record.collection(), id, data.orElse(record.data())));
    }

    private boolean refersToPerson(RecordKind kind, String data) {
        Finding finding = new Finding();
        var unused = RecordTree.of(kind, data).apply(finding);
        return finding.found;
    }

    private Optional<String> referred(Field field, String id) {
        return field.type() instanceof FieldType.Reference reference
                ? person.pseudonym(new RecordName(reference.collection(), id))
                : Optional.empty();
    }

    /** Changes nothing. */
    private abstract static class Looking implements RecordTree.Rule {
        @Override
        public boolean goes(Field field) {
            return false;
        }

        @Override
        public String custom(String text) {
            return text;
        }
    }

    private final class Finding extends Looking {
        private boolean found;

        @Override
        public String text(Field field, String text) {
            found |= referred(field, text).isPresent();
            return text;
        }
    }

    private final class Learning extends Looking {
        private final boolean own;

        Learning(boolean own) {
            this.own = own;
        }

        @Override
        public String text(Field field, String text) {
            if (own) {
                person.learn(field, text);
            } else if (field.personal() && field.required()) {
                person.addAlias(text);
            }
            return text;
        }
    }

    private final class Forgetting implements RecordTree.Rule {
        private final boolean own;
        private final boolean about;

        Forgetting(boolean own, boolean about) {
            this.own = own;
            this.about = about;
        }

        @Override
        public String text(Field field, String text) {
            if (field.type() instanceof FieldType.Reference) {
                return referred(field, text).orElse(text);
            }
            Optional<String> pseudonym = person.pseudonym(text);
            if (field.personal() && pseudonym.isPresent()) {
                return pseudonym.get();
            }
            if (own && field.personal()) {
                return ownTexts.computeIfAbsent(Person.folded(text), ignored -> Pseudonyms.next());
            }
            return custom(text);
        }

        @Override
        public boolean goes(Field field) {
            return own && field.personal();
        }

        @Override
        public String custom(String text) {
            return person.isReachedBy(text) || about && person.isNamedIn(text) ? GONE : text;
        }
    }
}
