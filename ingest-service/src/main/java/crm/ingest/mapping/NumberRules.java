package crm.ingest.mapping;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How numbers are written. Spaces may stand between thousands besides {@code thousands}; signs of currencies, three
 * letters of a currency and a sign of percent are taken off; a number in brackets is negative.
 *
 * @param decimal comma or point
 * @param thousands what stands between groups of digits
 */
public record NumberRules(char decimal, char thousands) {

    static final NumberRules USUAL = new NumberRules('.', ',');

    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");
    private static final Pattern UNUSUAL_SPACES = Pattern.compile("[\\u00a0\\u202f\\u2009]");
    private static final Pattern SPACES = Pattern.compile("(?<=\\d)[ '’](?=\\d{3})");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\|\\d{2,3})*\\|\\d{3}(?:\\.\\d*)?");
    private static final Pattern PLAIN = Pattern.compile("-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

    /** A number as JSON spells it, and whether a sign of percent stood behind it. */
    public record Spelled(String number, boolean percent) {}

    /** The number that a cell holds; nothing where it holds none. */
    public Optional<Spelled> read(String cell) {
        String plain = UNUSUAL_SPACES.matcher(cell.replace('\u2212', '-')).replaceAll(" ");
        String text = CURRENCY.matcher(plain).replaceAll(" ").strip();
        boolean percent = text.endsWith("%");
        if (percent) {
            text = text.substring(0, text.length() - 1).strip();
        }
        boolean negative = false;
        if (text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = text.substring(1, text.length() - 1).strip();
        } else if (text.startsWith("-") || text.startsWith("+")) {
            negative = text.charAt(0) == '-';
            text = text.substring(1).strip();
        } else if (text.endsWith("-")) {
            negative = true;
            text = text.substring(0, text.length() - 1).strip();
        }
        String digits = inOneWay(text);
        boolean isNumber = !digits.startsWith("-") && PLAIN.matcher(digits).matches();
        return isNumber ? Optional.of(new Spelled((negative ? "-" : "") + digits, percent)) : Optional.empty();
    }

    /** With a point for decimals and nothing between thousands; untouched where the groups are no groups. */
    private String inOneWay(String text) {
        String marked = SPACES.matcher(text).replaceAll("");
        marked = marked.replace(thousands, '|').replace(decimal, '.');
        return GROUPED.matcher(marked).matches() ? marked.replace("|", "") : marked;
    }
}
