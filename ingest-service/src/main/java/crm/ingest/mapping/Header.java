package crm.ingest.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first row of a file: where each column is. */
final class Header {

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    Header(List<String> names) {
        this.names = names.stream().map(ColumnName::trimmed).toList();
        for (int place = 0; place < names.size(); place++) {
            String name = ColumnName.normal(names.get(place));
            if (places.putIfAbsent(name, place) != null) {
                twice.add(name);
            }
        }
    }

    /** The names as the file spells them. */
    List<String> names() {
        return names;
    }

    /** Where a column is that the mapping names. */
    Optional<Integer> place(String column) {
        String name = ColumnName.normal(column);
        used.add(name);
        return Optional.ofNullable(places.get(name));
    }

    boolean isTwice(String column) {
        return twice.contains(ColumnName.normal(column));
    }

    /** Names of columns that nobody asked for, as the file spells them. */
    List<String> unused() {
        return names.stream()
                .filter(name -> !name.isEmpty() && !used.contains(ColumnName.normal(name)))
                .toList();
    }
}
