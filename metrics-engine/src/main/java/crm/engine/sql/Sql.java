package crm.engine.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of a statement together with the values bound to its question marks.
 *
 * @param text SQL; names in it come from the catalogue, never from a user
 * @param values one for each question mark, in order
 */
public record Sql(String text, List<@Nullable Object> values) {

    public Sql {
        values = java.util.Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Sql of(String text, @Nullable Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /** This, and the other right behind it. */
    public Sql then(Sql other) {
        List<@Nullable Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new Sql(text + other.text, both);
    }

    public Sql then(String more, @Nullable Object... moreValues) {
        return then(of(more, moreValues));
    }

    /** The parts in order, {@code separator} between them. */
    public static Sql join(String separator, List<Sql> parts) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        for (Sql part : parts) {
            text.append(text.isEmpty() ? "" : separator).append(part.text);
            values.addAll(part.values);
        }
        return new Sql(text.toString(), values);
    }
}
