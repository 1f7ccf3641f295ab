package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore;
import crm.engine.store.ColumnStore.Writer;
import crm.engine.store.Row;
import java.util.List;

/** Remembers in a tenant's store which settings its rows were made with. */
final class BuiltWith {

    private BuiltWith() {}

    static void remember(Writer writer, LoadSettings settings) {
        writer.append(
                FactTables.STORE_SETTINGS,
                List.of(List.of(
                        settings.zone().getId(), settings.currency(), settings.rulesText(), settings.generation())));
    }

    static boolean isBuiltWith(ColumnStore store, String tenant, LoadSettings settings) {
        List<Row> rows = store.read(tenant, snapshot -> snapshot.query(Sql.of("SELECT * FROM store_settings")));
        return !rows.isEmpty()
                && settings.zone().getId().equals(rows.getFirst().text("time_zone"))
                && settings.currency().equals(rows.getFirst().text("currency"))
                && settings.rulesText().equals(rows.getFirst().text("rules"))
                && settings.generation() == rows.getFirst().whole("generation");
    }
}
