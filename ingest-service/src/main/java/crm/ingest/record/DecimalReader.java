package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.record.Reading.Outcome;
import crm.record.FieldType.Decimal;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a decimal number, given as a number or as a text that spells one. */
final class DecimalReader implements ValueReader {

    private static final String EXPECTED = "A number, or a text that spells one such as \"12500.00\".";

    private final long minimum;
    private final long maximum;
    private final BigDecimal least;
    private final BigDecimal most;
    private final int scale;
    private final String range;

    DecimalReader(Decimal type) {
        this.minimum = type.minimum();
        this.maximum = type.maximum();
        this.scale = type.scale();
        this.least = BigDecimal.valueOf(minimum);
        this.most = BigDecimal.valueOf(maximum);
        this.range = "From " + minimum + " to " + maximum + ".";
    }

    @Override
    public Outcome read(Reading reading, StringBuilder canonical) throws IOException {
        JsonParser json = reading.json();
        if (Decimals.isSmallWhole(json)) {
            return whole(reading, json.getLongValue(), canonical);
        }
        if (Decimals.isNumber(json)) {
            return decimal(reading, Decimals.number(json), canonical);
        }
        if (json.currentToken() != JsonToken.VALUE_STRING && json.currentToken() != JsonToken.VALUE_NULL) {
            return Scalars.wrongType(reading, EXPECTED);
        }
        return MomentReader.isEmpty(reading)
                ? Outcome.EMPTY
                : decimal(reading, Decimals.spelled(json.getText()), canonical);
    }

    private Outcome whole(Reading reading, long number, StringBuilder canonical) {
        if (number < minimum || number > maximum) {
            return reading.refuse(Fault.OUT_OF_RANGE, range);
        }
        canonical.append(number);
        return Outcome.GIVEN;
    }

    /** Range first: only what lies in it can be written out without its zeros filling the memory. */
    private Outcome decimal(Reading reading, @Nullable BigDecimal number, StringBuilder canonical) {
        if (number == null) {
            return reading.refuse(Fault.INVALID_NUMBER, EXPECTED);
        }
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            return reading.refuse(Fault.OUT_OF_RANGE, range);
        }
        if (number.scale() > scale) {
            return reading.refuse(Fault.TOO_MANY_DECIMALS, "At most " + scale + " decimal places.");
        }
        canonical.append(number.toPlainString());
        return Outcome.GIVEN;
    }
}
