package crm.report.load;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Of which collections' records the tables of the store are made, as the derivations tell it of the tables they make. */
public final class Origins {

    private static final Map<String, String> COLLECTIONS =
            RecordKinds.all().stream().collect(Collectors.toMap(RecordKind::table, RecordKind::collection));

    private static final Map<String, Set<String>> PARENTS = parents();

    private static final Set<String> DERIVED_FROM =
            PARENTS.keySet().stream().flatMap(table -> of(table).stream()).collect(Collectors.toUnmodifiableSet());

    private Origins() {}

    /** Collections whose records decide what a table's rows say, by name; none of a name that is no table's. */
    public static Set<String> of(String table) {
        Set<String> collections = new TreeSet<>();
        add(table, collections, new HashSet<>());
        return collections;
    }

    /** Whether a derived table may change when records of one of the collections come. */
    static boolean areDerivedFrom(Collection<String> collections) {
        return collections.stream().anyMatch(DERIVED_FROM::contains);
    }

    private static void add(String table, Set<String> collections, Set<String> seen) {
        String collection = COLLECTIONS.get(table);
        if (collection != null) {
            collections.add(collection);
        }
        if (seen.add(table)) {
            PARENTS.getOrDefault(table, Set.of()).forEach(parent -> add(parent, collections, seen));
        }
    }

    private static Map<String, Set<String>> parents() {
        Map<String, Set<String>> parents = new HashMap<>();
        for (Derivation derivation : Derivations.ALL) {
            derivation.tables().forEach((table, from) -> parents.computeIfAbsent(table, none -> new HashSet<>())
                    .addAll(from));
        }
        return Map.copyOf(parents);
    }
}
