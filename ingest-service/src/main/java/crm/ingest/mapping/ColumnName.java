package crm.ingest.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns, and texts in cells, as they are compared: without case, and spaces do not matter. */
final class ColumnName {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\ufeff]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ColumnName() {}

    static String normal(String name) {
        return trimmed(name).toLowerCase(Locale.ROOT);
    }

    /** Without spaces at its ends, and with a single one wherever there are more between. */
    static String trimmed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\ufeff') {
                return SPACES.matcher(text).replaceAll(" ").strip();
            }
        }
        return text;
    }

    /** A field of the tenant's own made from a column's name: {@code Roof angle (°)} is {@code roofAngle}. */
    static String asField(String name) {
        StringBuilder field = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(name)) {
            String lower = word.toLowerCase(Locale.ROOT);
            field.append(field.isEmpty() || lower.isEmpty() ? lower : capitalized(lower));
        }
        return field.toString();
    }

    private static String capitalized(String word) {
        int first = Character.charCount(word.codePointAt(0));
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
