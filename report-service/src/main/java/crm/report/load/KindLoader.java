package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Writer;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings events of one kind into its tables. What the log holds one version of is appended as it is; of the rest the
 * highest version becomes the current row, whatever the order of arrival, and the others go to the history.
 */
final class KindLoader {

    private final KindTable kind;
    private final List<List<@Nullable Object>> fresh = new ArrayList<>();
    private final List<List<@Nullable Object>> revised = new ArrayList<>();

    KindLoader(KindTable kind) {
        this.kind = kind;
    }

    void addFresh(List<@Nullable Object> row) {
        fresh.add(row);
    }

    void addRevised(List<@Nullable Object> row, boolean deleted) {
        List<@Nullable Object> incoming = new ArrayList<>(row);
        incoming.add(deleted);
        revised.add(incoming);
    }

    void write(Writer writer) {
        if (!fresh.isEmpty()) {
            writer.append(kind.current(), fresh);
        }
        if (!revised.isEmpty()) {
            settle(writer);
        }
    }

    private void settle(Writer writer) {
        String table = kind.current().name();
        Table incoming = incoming();
        writer.createTemporary(incoming);
        writer.append(incoming, revised);
        for (String statement : SETTLE) {
            writer.execute(Sql.of(statement.replace("{columns}", columns()).replace("{kind}", table)));
        }
    }

    /**
     * A version counts from its position until the first position that brought a higher one: until its own, that is
     * never, where a higher one had come before. Only what still counts can be ended by something new.
     */
    private static final List<String> SETTLE = List.of("""
            INSERT INTO incoming_{kind}
            SELECT {columns}, false FROM {kind} WHERE id IN (SELECT id FROM incoming_{kind})
            """, """
            INSERT INTO incoming_{kind}
            SELECT {columns}, true FROM {kind}_history
            WHERE deleted AND superseded_position IS NULL AND id IN (SELECT id FROM incoming_{kind})
            """, """
            DELETE FROM {kind} WHERE id IN (SELECT id FROM incoming_{kind})
            """, """
            DELETE FROM {kind}_history
            WHERE deleted AND superseded_position IS NULL AND id IN (SELECT id FROM incoming_{kind})
            """, """
            CREATE TEMPORARY TABLE settled_{kind} AS
            SELECT *, min(position) OVER (
                PARTITION BY id ORDER BY version DESC, position DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ended_position
            FROM incoming_{kind}
            """, """
            INSERT INTO {kind}
            SELECT {columns} FROM settled_{kind} WHERE ended_position IS NULL AND NOT deleted ORDER BY position
            """, """
            INSERT INTO {kind}_history
            SELECT {columns}, CASE WHEN ended_position IS NOT NULL THEN greatest(ended_position, position) END, deleted
            FROM settled_{kind} WHERE ended_position IS NOT NULL OR deleted ORDER BY position
            """);

    private Table incoming() {
        List<Column> columns = new ArrayList<>(kind.current().columns());
        columns.add(new Column("deleted", ColumnType.FLAG));
        return new Table("incoming_" + kind.current().name(), columns);
    }

    private String columns() {
        return kind.current().columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
    }
}
