package crm.ingest.record;

import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.record.Reading.Outcome;
import crm.record.FieldType.Tense;
import java.io.IOException;

/** Reads a moment; what has happened cannot lie more than 24 hours ahead. */
record MomentReader(Tense tense) implements ValueReader {

    /** What {@link #micros} answers for a value that is empty or was refused. */
    static final long NONE = Moments.INVALID;

    @Override
    public Outcome read(Reading reading, StringBuilder canonical) throws IOException {
        if (isEmpty(reading)) {
            return Outcome.EMPTY;
        }
        long moment = micros(reading);
        if (moment == NONE) {
            return Outcome.REFUSED;
        }
        canonical.append('"');
        Moments.append(moment, canonical);
        canonical.append('"');
        return Outcome.GIVEN;
    }

    static boolean isEmpty(Reading reading) throws IOException {
        JsonToken token = reading.json().currentToken();
        return token == JsonToken.VALUE_NULL
                || token == JsonToken.VALUE_STRING && reading.json().getTextLength() == 0;
    }

    /** The moment that the reader stands at, in microseconds, or {@link #NONE} after telling what is wrong with it. */
    long micros(Reading reading) throws IOException {
        if (reading.json().currentToken() != JsonToken.VALUE_STRING) {
            Scalars.wrongType(reading, "A text such as \"2026-03-02T09:30:00Z\".");
            return NONE;
        }
        long moment = Moments.parse(reading.json().getText());
        if (moment == Moments.INVALID) {
            reading.refuse(Fault.INVALID_TIMESTAMP, "RFC 3339 with offset, such as 2026-03-02T09:30:00Z.");
            return NONE;
        }
        if (tense == Tense.HAPPENED && moment > reading.latest()) {
            reading.refuse(Fault.IN_THE_FUTURE, "What has happened cannot lie more than 24 hours ahead.");
            return NONE;
        }
        return moment;
    }
}
