package crm.engine.store;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Supplies the tables that a session's statements name. A table is made when something is first written to it, because
 * an empty one costs room and time and most tenants use few. Whoever reads it before finds a view without rows, which is
 * gone at the end of the transaction.
 */
final class OnDemand {

    private static final Pattern TARGET =
            Pattern.compile("\\s*(?:INSERT\\s+INTO|DELETE\\s+FROM|UPDATE)\\s+(\\w+).*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final Map<String, Table> tables;
    private final Definitions definitions;

    /** Found in the file once, and a table never leaves its file. */
    private final Set<String> made = new HashSet<>();

    private final Set<String> shownEmpty = new HashSet<>();

    /** What a session can do about tables. */
    interface Definitions {
        /** Names of the tables that the tenant has, as this transaction sees it. */
        Set<String> made();

        void make(Table table);

        void showEmpty(Table table);

        void showNoMore(Table table);
    }

    OnDemand(List<Table> tables, Definitions definitions) {
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(Table::name, Function.identity()));
        this.definitions = definitions;
    }

    /** At the beginning of a transaction: the views of the one before are gone. */
    void begin() {
        shownEmpty.clear();
    }

    /** Supplies what the statement names: to write to or to read. */
    void supply(String statement) {
        Matcher target = TARGET.matcher(statement);
        String written = target.matches() ? target.group(1) : "";
        toWrite(written);
        NAME.matcher(statement)
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.equals(written))
                .forEach(this::toRead);
    }

    /** Supplies a table to write to, if it is one of the store's. */
    void toWrite(String name) {
        Table table = tables.get(name);
        if (table == null || isMade(name)) {
            return;
        }
        if (shownEmpty.remove(name)) {
            definitions.showNoMore(table);
        }
        definitions.make(table);
        made.add(name);
    }

    private void toRead(String name) {
        Table table = tables.get(name);
        if (table != null && !shownEmpty.contains(name) && !isMade(name)) {
            definitions.showEmpty(table);
            shownEmpty.add(name);
        }
    }

    private boolean isMade(String name) {
        if (made.contains(name)) {
            return true;
        }
        if (shownEmpty.contains(name)) {
            return false;
        }
        made.addAll(definitions.made());
        return made.contains(name);
    }
}
