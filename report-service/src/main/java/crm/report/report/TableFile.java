package crm.report.report;

import crm.report.table.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report's table as CSV and workbooks have it: first the rows, then the totals; the first column tells which. */
final class TableFile {

    private static final String PART = "part";

    private TableFile() {}

    static void write(ReportTable table, TableWriter writer) throws IOException {
        List<String> names = new ArrayList<>(List.of(PART));
        table.columns().forEach(column -> names.add(column.key()));
        writer.header(names);
        for (Map<String, @Nullable Object> row : table.rows()) {
            writer.row(line("row", table, row));
        }
        boolean hasTotals =
                table.columns().stream().anyMatch(column -> table.totals().containsKey(column.key()));
        if (hasTotals) {
            writer.row(line("total", table, table.totals()));
        }
    }

    private static List<@Nullable Object> line(String part, ReportTable table, Map<String, @Nullable Object> row) {
        List<@Nullable Object> line = new ArrayList<>();
        line.add(part);
        line.addAll(table.cells(row));
        return line;
    }
}
