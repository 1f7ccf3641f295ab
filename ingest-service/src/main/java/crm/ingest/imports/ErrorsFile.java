package crm.ingest.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The refused rows of an import as CSV: the file's own columns and one that says what is wrong. Mended, it can be
 * imported like the file itself.
 */
final class ErrorsFile implements StreamingOutput {

    private final ImportJob job;
    private final RefusedRows rows;

    ErrorsFile(ImportJob job, RefusedRows rows) {
        this.job = job;
        this.rows = rows;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        try (Writer text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(text)) {
            write(csv, job.wanted().header(), ImportedFile.ERROR_COLUMN);
            long last = 0;
            for (List<RefusedRow> page = page(last); !page.isEmpty(); page = page(last)) {
                page.forEach(row -> write(csv, row.cells(), row.reason()));
                last = page.getLast().number();
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void write(CsvWriter csv, List<String> cells, String last) {
        List<String> harmless = new ArrayList<>();
        cells.forEach(cell -> harmless.add(SpreadsheetCells.neutral(cell)));
        while (harmless.size() < job.wanted().header().size()) {
            harmless.add("");
        }
        harmless.add(SpreadsheetCells.neutral(last));
        csv.writeRecord(harmless);
    }

    private List<RefusedRow> page(long last) {
        try {
            return rows.after(job.id(), last);
        } catch (SQLException away) {
            throw new WebApplicationException(away);
        }
    }
}
