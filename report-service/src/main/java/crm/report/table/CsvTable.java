package crm.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as RFC 4180 has it, in UTF-8. */
final class CsvTable implements TableWriter {

    private final CsvWriter csv;

    CsvTable(OutputStream out) {
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void header(List<String> names) {
        csv.writeRecord(names.stream().map(SafeText::of).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(CsvTable::text).toList());
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> SafeText.of(text);
            case BigDecimal number -> number.toPlainString();
            case Object other -> other.toString();
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
