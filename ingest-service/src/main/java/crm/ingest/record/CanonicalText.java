package crm.ingest.record;

import org.jspecify.annotations.Nullable;

/** Writes text as JSON in the one way that equal texts share, and refuses what no store keeps faithfully. */
final class CanonicalText {

    private static final String HEX = "0123456789abcdef";

    private CanonicalText() {}

    /** What a text may be. */
    enum Rule {
        /** Anything but NUL and half characters. */
        FREE,
        /** No control characters either, so that ids can stand in paths and logs. */
        ID
    }

    /**
     * Appends the text, quoted, or says what is wrong with it.
     *
     * @return the fault, with nothing appended, or null
     */
    static @Nullable Fault append(CharSequence text, Rule rule, int maximumLength, StringBuilder out) {
        int start = out.length();
        int halves = 0;
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                if (c == 0 || rule == Rule.ID) {
                    return undo(out, start, Fault.INVALID_TEXT);
                }
                escapeControl(c, out);
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    return undo(out, start, Fault.INVALID_TEXT);
                }
                out.append(c).append(text.charAt(++i));
                halves++;
            } else if (rule == Rule.ID && c >= 0x7f && c <= 0x9f) {
                return undo(out, start, Fault.INVALID_TEXT);
            } else {
                out.append(c);
            }
        }
        out.append('"');
        return text.length() - halves > maximumLength ? undo(out, start, Fault.TOO_LONG) : null;
    }

    private static boolean isPair(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static Fault undo(StringBuilder out, int start, Fault fault) {
        out.setLength(start);
        return fault;
    }

    private static void escapeControl(char c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
