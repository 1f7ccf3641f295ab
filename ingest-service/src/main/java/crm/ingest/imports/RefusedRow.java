package crm.ingest.imports;

import java.util.List;

/**
 * A row that became no record.
 *
 * @param number its place among the file's rows, from 1
 * @param reason everything that is wrong with it, for people
 */
record RefusedRow(long number, List<String> cells, String reason) {
    RefusedRow {
        cells = List.copyOf(cells);
    }
}
