package crm.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as a workbook: typed cells below a header that stays; what one sheet cannot hold stands on the next. */
final class XlsxTable implements TableWriter {

    static final int MOST_ROWS = 1_048_576;

    private static final String APPLICATION = "crm-reporting";
    private static final String VERSION = "1.0";
    private static final int ROWS_IN_MEMORY = 1_000;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
    private static final String DAY = "yyyy-mm-dd";

    private final Workbook workbook;
    private final int rowsOfASheet;
    private List<String> names = List.of();
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxTable(OutputStream out, int rowsOfASheet) {
        this.workbook = new Workbook(out, APPLICATION, VERSION);
        this.rowsOfASheet = rowsOfASheet;
        this.sheet = workbook.newWorksheet("1");
    }

    @Override
    public void header(List<String> columns) {
        names = List.copyOf(columns);
        for (int column = 0; column < names.size(); column++) {
            sheet.value(0, column, SafeText.of(names.get(column)));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row == rowsOfASheet) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(Integer.toString(sheets));
            header(names);
        }
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case String text -> sheet.value(row, column, SafeText.of(text));
            case Number number -> sheet.value(row, column, number);
            case Boolean flag -> sheet.value(row, column, flag);
            case Instant moment -> {
                sheet.value(row, column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
                sheet.style(row, column).format(MOMENT).set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case Object other -> sheet.value(row, column, SafeText.of(other.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
