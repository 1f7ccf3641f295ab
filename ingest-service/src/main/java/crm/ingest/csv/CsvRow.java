package crm.ingest.csv;

import java.util.List;

/**
 * One row of a CSV.
 *
 * @param line the line on which it begins, from 1
 * @param cells as many as there are, up to the most that a row may have
 * @param beyond cells that it has on top of those
 */
public record CsvRow(long line, List<String> cells, int beyond) {
    public CsvRow {
        cells = List.copyOf(cells);
    }
}
