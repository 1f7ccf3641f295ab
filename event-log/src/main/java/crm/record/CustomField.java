package crm.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A field of a tenant's own under {@code custom}, of a registered type.
 *
 * @param choices the members of a choice, in the tenant's order; none of any other type
 */
public record CustomField(String name, Type type, List<String> choices) {

    /** Letters that need no quoting, wherever the name may have to stand. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    public CustomField {
        choices = List.copyOf(choices);
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        if (choices.isEmpty() == (type == Type.CHOICE)) {
            throw new IllegalArgumentException("a choice has choices, and nothing else has: " + name);
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** What such a field may hold. */
    public enum Type {
        STRING,
        NUMBER,
        DATE,
        BOOLEAN,
        CHOICE;

        /** As it is written: {@code number}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> parse(String text) {
            return Stream.of(values()).filter(type -> type.text().equals(text)).findFirst();
        }
    }
}
