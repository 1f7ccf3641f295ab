package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore;
import crm.engine.store.DuckDbStore;
import crm.engine.store.Row;
import crm.engine.store.Table;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fills stores from a log in a list, and shows what is in them. */
final class Stores {

    static final LoadSettings BRUSSELS = new LoadSettings(ZoneId.of("Europe/Brussels"), "EUR");

    /** What tells the order of arrival, and nothing else. */
    private static final Set<String> OF_ARRIVAL = Set.of("position", "superseded_position");

    private Stores() {}

    static DuckDbStore empty() {
        return DuckDbStore.temporary(FactTables.all());
    }

    static DuckDbStore filled(ListLog log) {
        DuckDbStore store = empty();
        loader(log, store).load(ListLog.ACME);
        return store;
    }

    static FactLoader loader(ListLog log, ColumnStore store) {
        return new FactLoader(log, store, tenant -> BRUSSELS);
    }

    static List<Row> ask(ColumnStore store, String question) {
        return store.read(ListLog.ACME.toString(), snapshot -> snapshot.query(Sql.of(question)));
    }

    /** The answer as text: values side by side, rows below each other. */
    static List<String> rows(ColumnStore store, String question) {
        return ask(store, question).stream()
                .map(row -> String.join(
                        " ", row.values().values().stream().map(String::valueOf).toList()))
                .toList();
    }

    /** Every row of every table, without what tells the order of arrival. */
    static Map<String, List<String>> content(ColumnStore store) {
        Map<String, List<String>> content = new TreeMap<>();
        for (Table table : FactTables.all()) {
            List<String> lines = new ArrayList<>();
            for (Row row : ask(store, "SELECT * FROM " + table.name())) {
                StringBuilder line = new StringBuilder();
                row.values().forEach((column, value) -> {
                    if (!OF_ARRIVAL.contains(column)) {
                        line.append(column).append('=').append(value).append(' ');
                    }
                });
                lines.add(line.toString());
            }
            lines.sort(null);
            content.put(table.name(), lines);
        }
        return content;
    }
}
