package crm.engine.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that rows can be grouped and filtered by.
 *
 * @param name as in {@code groupBy}
 * @param source where a row's member stands
 * @param labels what its members are called, where they are ids
 * @param today where the member stands that a row has today, where that may be another than when it happened
 */
public record Dimension(
        String name,
        Source source,
        @Nullable Labels labels,
        @Nullable Source today) {

    /** Stands for the rows that have no member. */
    public static final String NONE = "(none)";

    /** The column of a statement that holds its members. */
    public String alias() {
        return "by_" + (source instanceof InJson ? spelledOut(name) : name);
    }

    /** Small letters and digits alone, and another text for another name. */
    private static String spelledOut(String name) {
        StringBuilder text = new StringBuilder();
        name.chars().forEach(letter -> {
            boolean plain = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
            text.append(plain ? Character.toString(letter) : "_" + Integer.toHexString(letter) + "_");
        });
        return text.toString();
    }

    public static Dimension of(String name, String column) {
        return new Dimension(name, new Own(column), null, null);
    }

    public static Dimension of(String name, String column, Labels labels) {
        return new Dimension(name, new Own(column), labels, null);
    }

    /** A column of the table {@code lookup}, found by its {@code id} in the fact's {@code column}. */
    public static Dimension through(String name, String column, String lookup, String wanted) {
        return new Dimension(name, Through.of(column, lookup, wanted), null, null);
    }

    public static Dimension through(String name, String column, String lookup, String wanted, Labels labels) {
        return new Dimension(name, Through.of(column, lookup, wanted), labels, null);
    }

    /** {@code yes} where the column holds something, else {@code no}. */
    public static Dimension known(String name, String column) {
        return new Dimension(name, new Known(column), null, null);
    }

    /** The band that a number of the fact's own table lies in. */
    public static Dimension banded(String name, String column, List<Band> bands) {
        return new Dimension(name, new Banded(column, bands), null, null);
    }

    /** The band of days between a moment and the instant asked about. */
    public static Dimension aged(String name, String since, List<Band> days) {
        return new Dimension(name, new Aged(since, days), null, null);
    }

    /** What a JSON column holds under a key, in these facts. */
    public static Dimension inJson(String name, List<String> tables, String column, String key) {
        return new Dimension(name, new InJson(tables, column, key, false), null, null);
    }

    /** The number that a JSON column holds under a key, in these facts. */
    public static Dimension numberInJson(String name, List<String> tables, String column, String key) {
        return new Dimension(name, new InJson(tables, column, key, true), null, null);
    }

    public static Dimension of(String name, TimePart part) {
        return new Dimension(name, new PartOfTime(part), null, null);
    }

    /** The same with the place where today's member stands. */
    public Dimension today(Source other) {
        return new Dimension(name, source, labels, other);
    }

    /** Whether its members are numbers, and compared as such. */
    public boolean isNumeric() {
        return source instanceof PartOfTime || isDecimal();
    }

    /** Whether its members are numbers that may be negative, or have decimal places. */
    public boolean isDecimal() {
        return source instanceof InJson json && json.number();
    }

    /** Where a row's member stands. */
    public sealed interface Source {}

    /** In a column of the fact's own table. */
    public record Own(String column) implements Source {}

    /** In the column {@code wanted} of the row of {@code lookup} whose {@code id} stands in the fact's {@code column}. */
    public record Through(String column, Lookup lookup, String wanted) implements Source {
        public static Through of(String column, String lookup, String wanted) {
            return new Through(column, new Lookup(lookup, lookup), wanted);
        }
    }

    /** In the column {@code wanted} of the row of {@code lookup} whose {@code id} is found through another. */
    public record Beyond(Through first, Lookup lookup, String wanted) implements Source {}

    /** In the first of these that holds a member. */
    public record FirstOf(List<Source> sources) implements Source {
        public FirstOf {
            sources = List.copyOf(sources);
        }
    }

    /** Told by whether a column of the fact's own table holds anything. */
    public record Known(String column) implements Source {}

    /**
     * Under a key of the JSON object in a column of the fact's own table, as text.
     *
     * @param tables of the facts that have it, which know nothing of it themselves
     * @param key letters, digits, underscores and hyphens: it stands in statements as it is
     * @param number whether it is compared as a number; what is none then is neither more nor less
     */
    public record InJson(List<String> tables, String column, String key, boolean number) implements Source {

        private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");

        public InJson {
            tables = List.copyOf(tables);
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("not a key: " + key);
            }
        }
    }

    /** In the moment that decides the row's period, read in the question's time zone. */
    public record PartOfTime(TimePart part) implements Source {}

    /** In the band that a number of the fact's own table lies in; none where there is no number. */
    public record Banded(String column, List<Band> bands) implements Source {
        public Banded {
            bands = List.copyOf(bands);
        }
    }

    /** In the band of whole days from a moment to just before the instant asked about. Only of what lasts. */
    public record Aged(String since, List<Band> days) implements Source {
        public Aged {
            days = List.copyOf(days);
        }
    }

    /** Numbers from {@code least} up to the least of the next band; the last band has no end. */
    public record Band(String name, long least) {}

    /**
     * What members are found in by an {@code id}.
     *
     * @param relation a table, or a query in brackets
     */
    public record Lookup(String name, String relation) {}

    /** Parts of a moment that repeat. */
    public enum TimePart {
        /** 0 to 23. */
        HOUR_OF_DAY,
        /** 1, Monday, to 7, Sunday. */
        WEEKDAY
    }

    /** The table, its key and its column that tell what members are called. */
    public record Labels(String table, String key, String name) {}
}
