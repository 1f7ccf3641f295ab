package crm.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A table whose rows are counted and summed.
 *
 * @param name what one row is, in the plural
 * @param key the columns that tell rows apart, for paging
 * @param dimensions what its rows can be grouped and filtered by
 * @param shown the columns that a list of its rows shows
 */
public record Fact(String name, String table, List<String> key, List<Dimension> dimensions, List<String> shown) {

    public Fact {
        key = List.copyOf(key);
        dimensions = List.copyOf(dimensions);
        shown = List.copyOf(shown);
    }

    public Optional<Dimension> dimension(String wanted) {
        return dimensions.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }
}
