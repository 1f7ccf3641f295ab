package crm.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one field's value comes from.
 *
 * @param from names of columns in the file
 * @param to a field of the record, {@code id}, {@code updatedAt}, or {@code custom.} and a name
 * @param joinedBy what stands between the columns' texts; absent: the first column that is not empty counts alone
 * @param values translations of whole texts, in lower case
 * @param otherwise the value of a text that has no translation; absent: the text itself
 * @param ifEmpty the value where all columns are empty
 * @param unit what a number counts
 * @param as the type of a field of the tenant's own
 * @param splitBy what stands between the items of a list
 */
public record Column(
        List<String> from,
        String to,
        @Nullable String joinedBy,
        Map<String, String> values,
        @Nullable String otherwise,
        @Nullable String ifEmpty,
        Unit unit,
        CustomType as,
        String splitBy,
        @Nullable Condition onlyIf) {

    static final String USUAL_SPLIT = ";";

    public Column {
        from = List.copyOf(from);
        values = Map.copyOf(values);
    }

    /** A column that is named like its field. */
    static Column same(String field) {
        return new Column(
                List.of(field), field, null, Map.of(), null, null, Unit.NONE, CustomType.TEXT, USUAL_SPLIT, null);
    }

    /** Where another column has one of these texts, or one that begins so; all in lower case. */
    public record Condition(String column, Set<String> is, Set<String> startsWith) {
        public Condition {
            is = Set.copyOf(is);
            startsWith = Set.copyOf(startsWith);
        }

        boolean holds(String text) {
            String normal = ColumnName.normal(text);
            return is.contains(normal) || startsWith.stream().anyMatch(normal::startsWith);
        }
    }

    /** What the numbers of a column count, where the field counts something else. */
    public enum Unit {
        /** The same as the field. */
        NONE,
        /** Hundredths, of a field that is a share. */
        PERCENT,
        /** Of a field in seconds. */
        MILLISECONDS,
        /** Of a field in seconds. */
        MINUTES,
        /** Of a field in seconds. */
        HOURS,
        /** {@code 1:02:03} hours, minutes and seconds, or {@code 2:03} minutes and seconds; of a field in seconds. */
        CLOCK,
        /** {@code 1:02} hours and minutes, of a field in seconds. */
        HOURS_AND_MINUTES
    }

    /** How a field of the tenant's own is kept. */
    public enum CustomType {
        TEXT,
        NUMBER,
        FLAG,
        DATE
    }
}
