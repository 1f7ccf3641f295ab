package crm.ingest.imports;

import crm.ingest.csv.CsvRow;
import crm.ingest.csv.CsvRows;
import crm.ingest.mapping.FileFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file that somebody sent, also of one with refused rows that was mended: that one has a column more. */
final class ImportedFile {

    /** Heads the column that says why a row was refused. */
    static final String ERROR_COLUMN = "Import error";

    private static final int MARK = 4;

    private final CsvRows rows;
    private final List<String> header;
    private final int errorCell;

    private ImportedFile(CsvRows rows) {
        this.rows = rows;
        this.errorCell = rows.header().indexOf(ERROR_COLUMN);
        this.header = cells(rows.header());
    }

    /**
     * Opens a file.
     *
     * @param charset what the request said; absent: as the mapping says
     */
    static ImportedFile open(InputStream bytes, FileFormat format, @Nullable Charset charset) throws IOException {
        BufferedInputStream marked = new BufferedInputStream(bytes, 1 << 16);
        Charset marks = byMark(marked);
        Charset said = charset == null ? format.charset() : charset;
        return new ImportedFile(CsvRows.of(marked, marks == null ? said : marks, format.separator()));
    }

    /** What the first bytes say themselves, whatever else was said. */
    private static @Nullable Charset byMark(InputStream bytes) throws IOException {
        bytes.mark(MARK);
        int first = bytes.read();
        int second = bytes.read();
        int third = bytes.read();
        bytes.reset();
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (first == 0xff && second == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xfe && second == 0xff ? StandardCharsets.UTF_16BE : null;
    }

    /** The cells of the first row. */
    List<String> header() {
        return header;
    }

    boolean hasNext() {
        return rows.hasNext();
    }

    /** The next row's cells, as they were before they were made harmless for spreadsheets. */
    List<String> next() {
        CsvRow row = rows.next();
        if (errorCell < 0) {
            return row.cells();
        }
        return cells(row.cells()).stream().map(SpreadsheetCells::original).toList();
    }

    private List<String> cells(List<String> row) {
        if (errorCell < 0 || errorCell >= row.size()) {
            return row;
        }
        List<String> cells = new ArrayList<>(row);
        cells.remove(errorCell);
        return cells;
    }
}
