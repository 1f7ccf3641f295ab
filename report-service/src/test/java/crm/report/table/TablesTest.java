package crm.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as CSV and as a workbook. */
class TablesTest {

    @Test
    void cellsOfCsvAreQuotedWhereTheyMustBe() throws IOException {
        String csv = csv(List.of("id", "title", "amount"), Arrays.asList("d-1", "say \"yes\", or\nno", null));

        assertThat(csv).isEqualTo("id,title,amount\r\nd-1,\"say \"\"yes\"\", or\nno\",\r\n");
    }

    @Test
    void csvIsUtf8WithPlainNumbers() throws IOException {
        String csv = csv(
                List.of("Größe"),
                List.of(new BigDecimal("1E+3")),
                List.of(new BigDecimal("-0.50")),
                List.of(Instant.parse("2026-03-01T10:00:00Z")),
                List.of(true));

        assertThat(csv).isEqualTo("Größe\r\n1000\r\n-0.50\r\n2026-03-01T10:00:00Z\r\ntrue\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0"})
    void textThatASpreadsheetWouldRunIsMadePlain(String text) throws IOException {
        assertThat(csv(List.of("x"), List.of(text))).contains("'" + text.charAt(0));
        Cell cell = sheets(List.of("x"), XlsxTable.MOST_ROWS, List.of(text))
                .getFirst()
                .get(1)
                .getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).startsWith("'");
    }

    @Test
    void cellsOfAWorkbookHaveTypes() throws IOException {
        Row row = sheets(
                        List.of("text", "number", "flag", "day", "moment", "nothing"),
                        XlsxTable.MOST_ROWS,
                        Arrays.asList(
                                "07",
                                new BigDecimal("12.5"),
                                true,
                                LocalDate.parse("2026-03-01"),
                                Instant.parse("2026-03-01T12:00:00Z"),
                                null))
                .getFirst()
                .get(1);

        assertThat(row.getCell(0).asString()).isEqualTo("07");
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("12.5");
        assertThat(row.getCell(2).asBoolean()).isTrue();
        assertThat(row.getCell(3).asDate()).isEqualTo("2026-03-01T00:00");
        assertThat(row.getCell(4).asDate()).isEqualTo("2026-03-01T12:00");
        assertThat(row.getCellCount()).isLessThanOrEqualTo(6);
    }

    @Test
    void whatOneSheetCannotHoldStandsOnTheNext() throws IOException {
        List<List<Row>> sheets = sheets(List.of("n"), 3, List.of(1L), List.of(2L), List.of(3L));

        assertThat(sheets).hasSize(2);
        assertThat(sheets.getFirst()).hasSize(3);
        assertThat(sheets.getLast().getFirst().getCell(0).asString()).isEqualTo("n");
        assertThat(sheets.getLast().getLast().getCell(0).asNumber()).isEqualByComparingTo("3");
    }

    @Test
    void aTableThatFailsIsNotSent() {
        assertThatThrownBy(() -> Spool.of(Format.CSV, table -> {
                    table.header(List.of("x"));
                    throw new IOException("no room");
                }))
                .hasMessageContaining("no room");
    }

    @Test
    void aTableIsSentAsItWasWritten() throws IOException {
        Spool spool = Spool.of(Format.CSV, table -> table.header(List.of("x")));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();

        spool.sendTo(sent);

        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("x\r\n");
    }

    @SafeVarargs
    private static String csv(List<String> header, List<? extends @Nullable Object>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = new CsvTable(out)) {
            write(table, header, rows);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @SafeVarargs
    private static List<List<Row>> sheets(
            List<String> header, int rowsOfASheet, List<? extends @Nullable Object>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = new XlsxTable(out, rowsOfASheet)) {
            write(table, header, rows);
        }
        List<List<Row>> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            for (var sheet : workbook.getSheets().toList()) {
                try (Stream<Row> read = sheet.openStream()) {
                    sheets.add(read.toList());
                }
            }
        }
        return sheets;
    }

    @SafeVarargs
    private static void write(TableWriter table, List<String> header, List<? extends @Nullable Object>... rows)
            throws IOException {
        table.header(header);
        for (List<? extends @Nullable Object> row : rows) {
            table.row(Objects.requireNonNull(row));
        }
    }
}
