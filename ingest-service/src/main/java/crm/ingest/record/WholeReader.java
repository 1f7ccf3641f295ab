package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.record.Reading.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a whole number; {@code 3.0} is one. */
record WholeReader(long minimum, long maximum) implements ValueReader {

    @Override
    public Outcome read(Reading reading, StringBuilder canonical) throws IOException {
        JsonParser json = reading.json();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Outcome.EMPTY;
        }
        if (!Decimals.isNumber(json)) {
            return Scalars.wrongType(reading, "A whole number.");
        }
        @Nullable BigDecimal number = Decimals.number(json);
        if (number == null || isOutside(number)) {
            return reading.refuse(Fault.OUT_OF_RANGE, "From " + minimum + " to " + maximum + ".");
        }
        if (number.scale() > 0) {
            return reading.refuse(Fault.INVALID_NUMBER, "A whole number.");
        }
        canonical.append(number.longValue());
        return Outcome.GIVEN;
    }

    private boolean isOutside(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(minimum)) < 0 || number.compareTo(BigDecimal.valueOf(maximum)) > 0;
    }
}
