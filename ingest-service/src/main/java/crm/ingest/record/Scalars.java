package crm.ingest.record;

import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.record.CanonicalText.Rule;
import crm.ingest.record.Reading.Outcome;
import crm.record.RecordKind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Readers of values that are one text or one flag. */
final class Scalars {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Scalars() {}

    static ValueReader text(int maximumLength) {
        String tooLong = "At most " + maximumLength + " characters.";
        return ofText((reading, text, out) -> {
            Fault fault = CanonicalText.append(text, Rule.FREE, maximumLength, out);
            return fault == null ? Outcome.GIVEN : reading.refuse(fault, detail(fault, tooLong));
        });
    }

    static ValueReader id() {
        return ofText((reading, text, out) -> appendId(reading, text, out));
    }

    static Outcome appendId(Reading reading, String id, StringBuilder out) {
        Fault fault = CanonicalText.append(id, Rule.ID, RecordKind.ID_LENGTH, out);
        return fault == null
                ? Outcome.GIVEN
                : reading.refuse(fault, "An id has 1 to " + RecordKind.ID_LENGTH + " characters, none of control.");
    }

    static ValueReader choice(List<String> members) {
        Set<String> allowed = Set.copyOf(members);
        String detail = "One of " + String.join(", ", members) + ".";
        return ofText((reading, text, out) ->
                allowed.contains(text) ? given(text, out) : reading.refuse(Fault.NOT_A_MEMBER, detail));
    }

    static ValueReader currency() {
        return ofText((reading, text, out) -> CURRENCIES.contains(text)
                ? given(text, out)
                : reading.refuse(Fault.INVALID_CURRENCY, "An ISO 4217 code of three capital letters."));
    }

    static ValueReader day() {
        return ofText((reading, text, out) ->
                isDay(text) ? given(text, out) : reading.refuse(Fault.INVALID_DATE, "A date, such as 2026-03-02."));
    }

    static ValueReader flag() {
        return (reading, out) -> switch (reading.json().currentToken()) {
            case VALUE_TRUE -> given(true, out);
            case VALUE_FALSE -> given(false, out);
            case VALUE_NULL -> Outcome.EMPTY;
            default -> wrongType(reading, "True or false.");
        };
    }

    /** Refuses a value of a type that cannot stand here, and passes over all of it. */
    static Outcome wrongType(Reading reading, String detail) throws IOException {
        reading.json().skipChildren();
        return reading.refuse(Fault.WRONG_TYPE, detail);
    }

    static String detail(Fault fault, String tooLong) {
        return fault == Fault.TOO_LONG ? tooLong : "NUL and half surrogate pairs cannot be stored.";
    }

    private static ValueReader ofText(TextRule rule) {
        return (reading, out) -> {
            JsonToken token = reading.json().currentToken();
            if (token == JsonToken.VALUE_NULL) {
                return Outcome.EMPTY;
            }
            if (token != JsonToken.VALUE_STRING) {
                return wrongType(reading, "A text.");
            }
            @Nullable String text = reading.json().getText();
            return text == null || text.isEmpty() ? Outcome.EMPTY : rule.append(reading, text, out);
        };
    }

    private static Outcome given(String plain, StringBuilder out) {
        out.append('"').append(plain).append('"');
        return Outcome.GIVEN;
    }

    private static Outcome given(boolean flag, StringBuilder out) {
        out.append(flag);
        return Outcome.GIVEN;
    }

    private static boolean isDay(String text) {
        try {
            return DAY.matcher(text).matches() && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** Judges a text that is not empty. */
    @FunctionalInterface
    private interface TextRule {
        Outcome append(Reading reading, String text, StringBuilder out);
    }
}
