package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as they stand in JSON, without a binary floating point on the way. */
final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private Decimals() {}

    /** The number at which the parser stands, stripped of trailing zeros, or null where its exponent is absurd. */
    static @Nullable BigDecimal number(JsonParser json) throws IOException {
        try {
            return new BigDecimal(json.getText()).stripTrailingZeros();
        } catch (ArithmeticException | NumberFormatException absurd) {
            return null;
        }
    }

    /** The number that a text spells plainly, stripped of trailing zeros, or null where it spells none. */
    static @Nullable BigDecimal spelled(String text) {
        return PLAIN.matcher(text).matches() ? new BigDecimal(text).stripTrailingZeros() : null;
    }

    static boolean isSmallWhole(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    static boolean isNumber(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
    }
}
