package crm.report.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.engine.model.Unit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a column.
 *
 * @param key as rows name it
 * @param type string, time, integer, number, ratio, money, duration or boolean
 * @param role dimension, label, time, measure, before, change or detail
 * @param metric the metric or measure that tells it; absent where it is reckoned from other columns
 * @param records template of the address that lists the records of a cell: put the row's keys, percent-encoded, in place
 *     of the braces; absent where a cell is no count or sum of records
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Head(
        String key,
        String title,
        String type,
        @Nullable String unit,
        @Nullable String displayUnit,
        String role,
        @Nullable String metric,
        @Nullable String records) {

    static Head dimension(String name) {
        return new Head(name, words(name), "string", null, null, "dimension", null, null);
    }

    static Head label(String name) {
        return new Head(labelOf(name), words(name) + " name", "string", null, null, "label", null, null);
    }

    static List<Head> stretch() {
        return List.of(
                new Head("start", "Start", "time", null, null, "time", null, null),
                new Head("end", "End", "time", null, null, "time", null, null));
    }

    static Head text(String key, String title, String role) {
        return new Head(key, title, "string", null, null, role, null, null);
    }

    static Head measure(
            String key, String title, Unit unit, String role, @Nullable String metric, @Nullable String records) {
        return new Head(key, title, type(unit), unit.code(), unit.display(), role, metric, records);
    }

    /** The column beside a dimension that tells what its members are called. */
    static String labelOf(String dimension) {
        return dimension + "Label";
    }

    private static String type(Unit unit) {
        return switch (unit) {
            case COUNT -> "integer";
            case DECIMAL -> "number";
            case RATIO -> "ratio";
            case MONEY -> "money";
            case HOURS, DAYS, SECONDS -> "duration";
        };
    }

    /** {@code dealType} as {@code Deal type}. */
    static String words(String lowerCamel) {
        String spaced = lowerCamel.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
