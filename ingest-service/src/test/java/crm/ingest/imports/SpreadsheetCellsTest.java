package crm.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that no spreadsheet runs, and that are themselves again afterwards. */
class SpreadsheetCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd",
                "\t=1",
                "\r=1",
                "=",
                "-",
                "'=1",
                "''=1",
                "'-5"
            })
    void whatWouldBeRunBeginsWithAnApostropheAndComesBack(String cell) {
        assertThat(SpreadsheetCells.neutral(cell)).isEqualTo("'" + cell);
        assertThat(SpreadsheetCells.original("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "-5", "-12.50", "+32 2 200 00 01", "-45%", "'", "'a", "it's", "1=1", "a@example.com"})
    void everythingElseStaysAsItIs(String cell) {
        assertThat(SpreadsheetCells.neutral(cell)).isEqualTo(cell);
        assertThat(SpreadsheetCells.original(cell)).isEqualTo(cell);
    }

    @Test
    void anApostropheThatWasThereBeforeStays() {
        assertThat(SpreadsheetCells.original(SpreadsheetCells.neutral("'=1"))).isEqualTo("'=1");
    }
}
