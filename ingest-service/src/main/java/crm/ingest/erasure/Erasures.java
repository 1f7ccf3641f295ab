package crm.ingest.erasure;

import crm.erasure.Person;
import crm.erasure.Pseudonyms;
import crm.erasure.RecordName;
import crm.erasure.RecordTree;
import crm.erasure.Redaction;
import crm.log.EventLogReader;
import crm.log.LogRewriter;
import crm.log.LoggedEvent;
import crm.log.StoredRecord;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.tenant.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Forgets a person, in steps that can all be done again: what broke off in the middle is ended by asking once more. First
 * it is seen to that nothing more of them comes in, then what is there is rewritten.
 */
@ApplicationScoped
public class Erasures {

    private static final int ROWS_AT_ONCE = 1_000;

    private final EventLogReader reader;
    private final LogRewriter rewriter;
    private final Quarantine quarantine;
    private final Forgotten forgotten;
    private final WaitingFiles files;
    private final SecureRandom random = new SecureRandom();

    Erasures(
            EventLogReader reader,
            LogRewriter rewriter,
            Quarantine quarantine,
            Forgotten forgotten,
            WaitingFiles files) {
        this.reader = reader;
        this.rewriter = rewriter;
        this.quarantine = quarantine;
        this.forgotten = forgotten;
        this.files = files;
    }

    /** What was removed. */
    ErasureView erase(TenantId tenant, Wanted wanted) {
        Hashes hashes = hashes(tenant);
        Person person = new Person();
        find(tenant, wanted, person);
        Redaction redaction = new Redaction(person);
        forEach(tenant, redaction::learn);
        remember(tenant, hashes, person, wanted);
        rewriter.beginGeneration(tenant);
        // What was let in before the generation began is in the log by now, and found and learned from too.
        find(tenant, wanted, person);
        forEach(tenant, redaction::learn);
        remember(tenant, hashes, person, wanted);
        Changes changes = new Changes(person);
        rewriter.rewrite(tenant, record -> changes.count(record, redaction.redact(record)));
        int rejections = quarantine.remove(tenant, person);
        rewriter.beginGeneration(tenant);
        List<String> imports = files.stopThoseNaming(tenant, forgotten.refresh(tenant));
        return new ErasureView(changes.records(), changes.mentions(), rejections, imports);
    }

    private Hashes hashes(TenantId tenant) {
        return QuarkusTransaction.requiringNew().call(() -> {
            byte[] secret = new byte[Hashes.LENGTH];
            random.nextBytes(secret);
            ErasureSecret.make(tenant, secret);
            return ErasureSecret.find(tenant).orElseThrow();
        });
    }

    /** Adds the records that are about the person. */
    private void find(TenantId tenant, Wanted wanted, Person person) {
        switch (wanted) {
            case Wanted.ById byId -> addUnlessKnown(person, byId.record());
            case Wanted.ByEmail byEmail -> {
                person.addAddress(byEmail.email());
                forEach(tenant, record -> {
                    if (isReachedBy(record, byEmail.email())) {
                        addUnlessKnown(person, new RecordName(record.collection(), record.recordId()));
                    }
                });
            }
        }
    }

    private static void addUnlessKnown(Person person, RecordName record) {
        if (!person.has(record)) {
            person.addRecord(record, Pseudonyms.next());
        }
    }

    private static boolean isReachedBy(StoredRecord record, String email) {
        Optional<RecordKind> kind =
                RecordKinds.ofCollection(record.collection()).filter(RecordKind::person);
        return kind.isPresent() && RecordTree.of(kind.get(), record.data()).hasPersonal(email);
    }

    /** Pseudonyms given by an earlier attempt stay, so that both attempts' rows name the same. */
    private void remember(TenantId tenant, Hashes hashes, Person person, Wanted wanted) {
        QuarkusTransaction.requiringNew().run(() -> {
            person.records().forEach((record, name) -> Erased.add(tenant, hashes.ofRecord(record), name));
            person.aliases().forEach((alias, name) -> Erased.add(tenant, hashes.ofAlias(alias), name));
            if (wanted instanceof Wanted.ByEmail byEmail) {
                Erased.add(tenant, hashes.ofAddress(byEmail.email()), Pseudonyms.next());
            }
        });
        QuarkusTransaction.requiringNew().run(() -> {
            Map<String, String> given = new TreeMap<>();
            Erased.all(tenant).forEach(erased -> given.put(erased.hex(), erased.pseudonym()));
            List.copyOf(person.records().keySet())
                    .forEach(record -> person.addRecord(record, given(given, hashes.ofRecord(record))));
            List.copyOf(person.aliases().keySet())
                    .forEach(alias -> person.putAlias(alias, given(given, hashes.ofAlias(alias))));
        });
    }

    private static String given(Map<String, String> pseudonyms, byte[] hash) {
        return Optional.ofNullable(pseudonyms.get(Hashes.hex(hash))).orElseThrow();
    }

    private void forEach(TenantId tenant, Consumer<StoredRecord> work) {
        long position = 0;
        for (List<LoggedEvent> events = reader.after(tenant, position, ROWS_AT_ONCE);
                !events.isEmpty();
                events = reader.after(tenant, position, ROWS_AT_ONCE)) {
            events.forEach(event -> work.accept(new StoredRecord(event.collection(), event.recordId(), event.data())));
            position = events.getLast().position();
        }
    }

    /** Counts records, not their versions. */
    private static final class Changes {
        private final Person person;
        private final Map<String, TreeSet<String>> records = new TreeMap<>();
        private final Map<String, TreeSet<String>> mentions = new TreeMap<>();

        Changes(Person person) {
            this.person = person;
        }

        Optional<StoredRecord> count(StoredRecord before, Optional<StoredRecord> after) {
            if (after.isPresent()) {
                boolean own = person.has(new RecordName(before.collection(), before.recordId()));
                (own ? records : mentions)
                        .computeIfAbsent(before.collection(), collection -> new TreeSet<>())
                        .add(before.recordId());
            }
            return after;
        }

        Map<String, Integer> records() {
            return sizes(records);
        }

        Map<String, Integer> mentions() {
            return sizes(mentions);
        }

        private static Map<String, Integer> sizes(Map<String, TreeSet<String>> ids) {
            Map<String, Integer> sizes = new TreeMap<>();
            ids.forEach((collection, some) -> sizes.put(collection, some.size()));
            return sizes;
        }
    }
}
