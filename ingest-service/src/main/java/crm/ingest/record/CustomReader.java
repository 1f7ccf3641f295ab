package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.limit.Limits;
import crm.ingest.record.CanonicalText.Rule;
import crm.ingest.record.Reading.Outcome;
import crm.record.CustomField;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code custom}: the tenant's own fields, a flat object of texts, numbers and flags, written in order of name. A
 * field that the tenant registered must hold what it registered; any other may hold any of them.
 */
final class CustomReader implements ValueReader {

    static final int MOST_FIELDS = Limits.PUBLISHED.customFields();
    static final int LONGEST_NAME = Limits.PUBLISHED.charactersOfACustomName();
    static final int LONGEST_TEXT = Limits.PUBLISHED.charactersOfACustomText();

    /** Digits that a number may have on either side of its point. */
    static final int DIGITS = Limits.PUBLISHED.digitsOfACustomNumber();

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(DIGITS);
    private static final String NUMBER = "A number, or a text that spells one.";
    private static final ValueReader TEXT = Scalars.text(LONGEST_TEXT);

    private final Map<String, ValueReader> registered;

    CustomReader(List<CustomField> fields) {
        registered = fields.stream().collect(Collectors.toUnmodifiableMap(CustomField::name, CustomReader::reader));
    }

    private static ValueReader reader(CustomField field) {
        return switch (field.type()) {
            case STRING -> TEXT;
            case NUMBER -> CustomReader::readRegisteredNumber;
            case DATE -> Scalars.day();
            case BOOLEAN -> Scalars.flag();
            case CHOICE -> Scalars.choice(field.choices());
        };
    }

    @Override
    public Outcome read(Reading reading, StringBuilder canonical) throws IOException {
        JsonParser json = reading.json();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Outcome.EMPTY;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return Scalars.wrongType(reading, "A flat object of texts, numbers and flags.");
        }
        Map<String, String> values = new TreeMap<>();
        boolean sound = readFields(reading, values);
        if (sound) {
            write(values, canonical);
        }
        return sound ? values.isEmpty() ? Outcome.EMPTY : Outcome.GIVEN : Outcome.REFUSED;
    }

    private boolean readFields(Reading reading, Map<String, String> values) throws IOException {
        Set<String> names = new HashSet<>();
        StringBuilder value = new StringBuilder();
        boolean sound = true;
        while (reading.json().nextToken() == JsonToken.FIELD_NAME) {
            String name = reading.json().currentName();
            reading.json().nextToken();
            value.setLength(0);
            reading.findings().enter(name);
            Outcome outcome = names.add(name) ? readField(reading, name, value) : twice(reading);
            reading.findings().leave();
            sound &= outcome != Outcome.REFUSED;
            if (outcome == Outcome.GIVEN) {
                values.put(name, value.toString());
            }
        }
        if (names.size() > MOST_FIELDS) {
            reading.refuse(Fault.TOO_MANY_ITEMS, "At most " + MOST_FIELDS + " fields.");
            return false;
        }
        return sound;
    }

    private static Outcome twice(Reading reading) throws IOException {
        reading.json().skipChildren();
        return reading.refuse(Fault.DUPLICATE_FIELD, "The field is given twice.");
    }

    private Outcome readField(Reading reading, String name, StringBuilder value) throws IOException {
        Fault fault = name.isEmpty() ? Fault.INVALID_TEXT : CanonicalText.append(name, Rule.ID, LONGEST_NAME, value);
        value.setLength(0);
        if (fault != null) {
            reading.json().skipChildren();
            return reading.refuse(fault, "A name has 1 to " + LONGEST_NAME + " characters, none of control.");
        }
        ValueReader own = registered.get(name);
        return own == null ? readAny(reading, value) : own.read(reading, value);
    }

    private static Outcome readAny(Reading reading, StringBuilder value) throws IOException {
        return switch (reading.json().currentToken()) {
            case VALUE_STRING, VALUE_NULL -> TEXT.read(reading, value);
            case VALUE_TRUE, VALUE_FALSE -> Scalars.flag().read(reading, value);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(reading, value);
            default -> Scalars.wrongType(reading, "A text, a number, true or false; nothing nested.");
        };
    }

    /** A text that spells a number is one here, as it is in fields of the kind. */
    private static Outcome readRegisteredNumber(Reading reading, StringBuilder value) throws IOException {
        JsonParser json = reading.json();
        if (Decimals.isNumber(json)) {
            return readNumber(reading, value);
        }
        if (json.currentToken() != JsonToken.VALUE_STRING && json.currentToken() != JsonToken.VALUE_NULL) {
            return Scalars.wrongType(reading, NUMBER);
        }
        if (MomentReader.isEmpty(reading)) {
            return Outcome.EMPTY;
        }
        @Nullable BigDecimal spelled = Decimals.spelled(json.getText());
        return spelled == null ? reading.refuse(Fault.INVALID_NUMBER, NUMBER) : number(reading, spelled, value);
    }

    private static Outcome readNumber(Reading reading, StringBuilder value) throws IOException {
        return number(reading, Decimals.number(reading.json()), value);
    }

    private static Outcome number(Reading reading, @Nullable BigDecimal number, StringBuilder value) {
        if (number == null || number.abs().compareTo(LIMIT) >= 0) {
            return reading.refuse(Fault.OUT_OF_RANGE, "At most " + DIGITS + " digits before the point.");
        }
        if (number.scale() > DIGITS) {
            return reading.refuse(Fault.TOO_MANY_DECIMALS, "At most " + DIGITS + " decimal places.");
        }
        value.append(number.toPlainString());
        return Outcome.GIVEN;
    }

    private static void write(Map<String, String> values, StringBuilder canonical) {
        if (values.isEmpty()) {
            return;
        }
        char separator = '{';
        for (Map.Entry<String, String> field : values.entrySet()) {
            CanonicalText.append(field.getKey(), Rule.ID, LONGEST_NAME, canonical.append(separator));
            canonical.append(':').append(field.getValue());
            separator = ',';
        }
        canonical.append('}');
    }
}
