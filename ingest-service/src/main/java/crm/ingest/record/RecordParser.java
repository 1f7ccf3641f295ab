package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.limit.Limits;
import crm.ingest.record.Reading.Outcome;
import crm.log.Event;
import crm.record.FieldType.Tense;
import crm.record.RecordKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one kind from JSON: each becomes an event with its content in canonical form, or everything that is
 * wrong with it. Equal content gives equal text: fields in the kind's order, own fields by name, numbers and moments
 * spelled in one way.
 */
final class RecordParser {

    /** Most bytes of one record, from its opening to its closing brace. */
    static final int LARGEST = Limits.PUBLISHED.bytesInARecord();

    static final Duration CLOCKS_MAY_DIFFER = Duration.ofHours(Limits.PUBLISHED.hoursAhead());

    private static final MomentReader VERSION = new MomentReader(Tense.HAPPENED);

    private final RecordKind kind;
    private final Members.Values values;
    private final long latest;
    private final SentText sent;
    private final StringBuilder canonical = new StringBuilder(512);

    private @Nullable String id;
    private boolean idSeen;
    private @Nullable Instant version;
    private boolean versionSeen;

    /** A parser for the records of one request, which arrived {@code now}. */
    RecordParser(RecordKind kind, Instant now, SentText sent) {
        this.kind = kind;
        this.sent = sent;
        this.values = RecordMembers.of(kind).values();
        this.latest = ChronoUnit.MICROS.between(Instant.EPOCH, now.plus(CLOCKS_MAY_DIFFER));
    }

    /** Reads the value whose first token is current, which should be a record. */
    Verdict read(JsonParser json) throws IOException {
        Reading reading = new Reading(json, new Findings(), latest);
        clear();
        long start = json.currentTokenLocation().getByteOffset();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            Scalars.wrongType(reading, "A record is an object.");
            return refused(reading, start);
        }
        readMembers(reading);
        boolean sound = values.write(reading, canonical);
        requireId(reading);
        if (json.currentLocation().getByteOffset() - start > LARGEST) {
            reading.refuse(Fault.TOO_LARGE, "A record has at most " + LARGEST + " bytes.");
        }
        return sound && id != null && reading.findings().isEmpty()
                ? new Verdict.Sound(new Event(kind.collection(), id, version, false, canonical.toString()))
                : refused(reading, start);
    }

    private Verdict refused(Reading reading, long start) {
        long end = reading.json().currentLocation().getByteOffset();
        String payload = end - start > LARGEST ? null : sent.between(start, end);
        return new Verdict.Refused(kind.collection(), id, reading.findings().violations(), payload);
    }

    private void clear() {
        values.clear();
        canonical.setLength(0);
        id = null;
        idSeen = false;
        version = null;
        versionSeen = false;
    }

    private void readMembers(Reading reading) throws IOException {
        JsonParser json = reading.json();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> readId(reading);
                case "updatedAt" -> readVersion(reading);
                default -> values.read(name, reading);
            }
        }
    }

    private void readId(Reading reading) throws IOException {
        reading.findings().enter("id");
        JsonToken token = reading.json().currentToken();
        if (idSeen) {
            twice(reading);
        } else if (token == JsonToken.VALUE_STRING) {
            String text = reading.json().getText();
            boolean given = !text.isEmpty() && Scalars.appendId(reading, text, canonical) == Outcome.GIVEN;
            canonical.setLength(0);
            id = given ? text : null;
            idSeen = !text.isEmpty();
        } else if (token != JsonToken.VALUE_NULL) {
            Scalars.wrongType(reading, "A text.");
            idSeen = true;
        }
        reading.findings().leave();
    }

    private void requireId(Reading reading) {
        if (!idSeen) {
            reading.findings().addAt("id", Fault.MISSING, "The field must be given.");
        }
    }

    private void readVersion(Reading reading) throws IOException {
        reading.findings().enter("updatedAt");
        if (versionSeen) {
            twice(reading);
        } else if (!MomentReader.isEmpty(reading)) {
            long moment = VERSION.micros(reading);
            version = moment == MomentReader.NONE ? null : Instant.EPOCH.plus(moment, ChronoUnit.MICROS);
            versionSeen = true;
        }
        reading.findings().leave();
    }

    private static void twice(Reading reading) throws IOException {
        reading.json().skipChildren();
        reading.refuse(Fault.DUPLICATE_FIELD, "The field is given twice.");
    }
}
