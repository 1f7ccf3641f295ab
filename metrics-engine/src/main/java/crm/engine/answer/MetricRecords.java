package crm.engine.answer;

import crm.engine.model.Fact;
import crm.engine.query.Cursor;
import crm.engine.query.RecordsQuery;
import crm.engine.query.Sort;
import crm.engine.sql.RecordsSql;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists the very rows that a measure counted. */
public final class MetricRecords {

    private MetricRecords() {}

    public static Page page(Snapshot snapshot, RecordsQuery query) {
        RecordsSql sql = new RecordsSql(query.question());
        long count = snapshot.query(sql.count(query.measure())).getFirst().whole("rows");
        List<Row> rows = snapshot.query(sql.page(query));
        boolean more = rows.size() > query.limit();
        List<Row> shown = more ? rows.subList(0, query.limit()) : rows;
        return new Page(
                count,
                shown.stream().map(row -> columns(query.measure().fact(), row)).toList(),
                more ? cursorAt(query, shown.getLast()) : null);
    }

    /** Takes all rows, one page after the other. */
    public static void each(Snapshot snapshot, RecordsQuery query, Consumer<Map<String, @Nullable Object>> taker) {
        RecordsSql sql = new RecordsSql(query.question());
        RecordsQuery next = query;
        while (true) {
            List<Row> rows = snapshot.query(sql.page(next));
            boolean more = rows.size() > query.limit();
            List<Row> shown = more ? rows.subList(0, query.limit()) : rows;
            shown.forEach(row -> taker.accept(columns(query.measure().fact(), row)));
            if (!more) {
                return;
            }
            next = query.after(cursorAt(query, shown.getLast()));
        }
    }

    private static Map<String, @Nullable Object> columns(Fact fact, Row row) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        fact.shown().forEach(column -> columns.put(column, row.value(column)));
        return columns;
    }

    private static Cursor cursorAt(RecordsQuery query, Row row) {
        Fact fact = query.measure().fact();
        List<String> keys = new ArrayList<>();
        Sort sort = query.sort();
        if (sort != null) {
            keys.addAll(List.of(sort.tag(), Sort.written(row.value(sort.column()))));
        }
        keys.add(Long.toString(row.whole(RecordsSql.MOMENT)));
        for (int index = 0; index < fact.key().size(); index++) {
            keys.add(Objects.requireNonNull(row.text("key_" + index)));
        }
        return new Cursor(keys);
    }

    /**
     * Some of the rows.
     *
     * @param count how many rows there are in all
     * @param rows values by column
     * @param next where the next page begins; absent on the last
     */
    public record Page(
            long count,
            List<Map<String, @Nullable Object>> rows,
            @Nullable Cursor next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }
}
