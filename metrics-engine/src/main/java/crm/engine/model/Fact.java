package crm.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A table whose rows are counted and summed.
 *
 * @param name what one row is, in the plural
 * @param table a table, or a query in brackets; where it has {@link #INSTANTS}, its rows depend on what is asked
 * @param key the columns that tell rows apart, for paging
 * @param dimensions what its rows can be grouped and filtered by
 * @param shown the columns that a list of its rows shows
 */
public record Fact(String name, String table, List<String> key, List<Dimension> dimensions, List<String> shown) {

    /**
     * Stands in the table's text for the instants asked about: the end of the period, or of each bucket, but never later
     * than now. Each is a row of {@code instant}, {@code just_before} and {@code just_before_date}.
     */
    public static final String INSTANTS = "{instants}";

    public Fact {
        key = List.copyOf(key);
        dimensions = List.copyOf(dimensions);
        shown = List.copyOf(shown);
    }

    public boolean dependsOnInstants() {
        return table.contains(INSTANTS);
    }

    /** The same with its instants filled in. */
    public Fact at(String instants) {
        return new Fact(name, table.replace(INSTANTS, instants), key, dimensions, shown);
    }

    public Optional<Dimension> dimension(String wanted) {
        return dimensions.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** The fact's own dimension of the asked one's name: two facts may keep the same dimension in different places. */
    public Optional<Dimension> own(Dimension asked) {
        return asked.source() instanceof Dimension.InJson json
                ? Optional.of(asked).filter(each -> json.tables().contains(table))
                : dimension(asked.name());
    }
}
