package crm.report.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report's answer as a table.
 *
 * @param rows each with every column, by key
 * @param totals of the numbers, each reckoned anew and not added up; a column that has none is null
 * @param moreRows rows beyond the limit
 * @param complete whether there is no row beyond those counted here
 * @param next where the next page begins; absent on the last and where there are no pages
 */
record ReportTable(
        List<Head> columns,
        List<Map<String, @Nullable Object>> rows,
        Map<String, @Nullable Object> totals,
        long moreRows,
        boolean complete,
        @Nullable String next) {

    ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The cells of a row in the order of the columns. */
    List<@Nullable Object> cells(Map<String, @Nullable Object> row) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(row.get(column.key())));
        return cells;
    }
}
