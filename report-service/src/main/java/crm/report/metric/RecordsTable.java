package crm.report.metric;

import crm.engine.answer.MetricRecords;
import crm.engine.query.RecordsQuery;
import crm.engine.store.ColumnStore.Snapshot;
import crm.report.table.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a metric counted as a table, all of them or one page. */
final class RecordsTable {

    private final TableWriter table;

    private RecordsTable(TableWriter table) {
        this.table = table;
    }

    static void writeAll(Snapshot snapshot, RecordsQuery query, TableWriter table) throws IOException {
        RecordsTable records = new RecordsTable(table);
        records.header(query);
        RecordsQuery all =
                new RecordsQuery(query.question(), query.measure(), query.sort(), null, RecordsQuery.ROWS_AT_ONCE);
        MetricRecords.each(snapshot, all, records::row);
    }

    static void writePage(MetricRecords.Page page, RecordsQuery query, TableWriter table) throws IOException {
        RecordsTable records = new RecordsTable(table);
        records.header(query);
        page.rows().forEach(records::row);
    }

    private void header(RecordsQuery query) throws IOException {
        table.header(query.measure().fact().shown().stream()
                .map(RecordJson::lowerCamel)
                .toList());
    }

    private void row(Map<String, @Nullable Object> row) {
        List<@Nullable Object> cells = new ArrayList<>(RecordJson.of(row).values());
        try {
            table.row(cells);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
