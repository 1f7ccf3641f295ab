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
 * an empty one costs room and time and most tenants use few. Whoever reads it before finds a view without rows, until
 * another session has made the table.
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

    /** Whether this transaction has looked which tables there are, and whether it has changed what is shown. */
    private boolean looked;

    private boolean changed;

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

    /** At the beginning of a transaction: other sessions may have made tables since. */
    void begin() {
        looked = false;
        changed = false;
    }

    /** Whether this transaction has made views that the next one would have to make again. */
    boolean hasChanged() {
        return changed;
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
        if (shownEmpty.contains(name)) {
            showNoMore(table);
        }
        definitions.make(table);
        made.add(name);
    }

    private void toRead(String name) {
        Table table = tables.get(name);
        if (table != null && !isMade(name) && shownEmpty.add(name)) {
            definitions.showEmpty(table);
            changed = true;
        }
    }

    private boolean isMade(String name) {
        if (!looked && !made.contains(name)) {
            made.addAll(definitions.made());
            looked = true;
            List.copyOf(shownEmpty).stream()
                    .filter(made::contains)
                    .map(tables::get)
                    .forEach(this::showNoMore);
        }
        return made.contains(name);
    }

    private void showNoMore(Table table) {
        definitions.showNoMore(table);
        shownEmpty.remove(table.name());
        changed = true;
    }
}
