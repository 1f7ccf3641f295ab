package crm.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a row, and what cannot be read. */
class CsvRowsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\na,b\n",
                "id,name\r\na,b\r\n",
                "id,name\ra,b",
                "\ufeffid,name\na,b",
                "id;name\na;b",
                "id\tname\na\tb\n",
                "\"id\",\"name\"\n\"a\",\"b\"",
                " id , name \n\n\na,b\n\n",
                "\n\nid;name\na;b\n",
            })
    void separatorLineEndsQuotesAndMarkMayBeAny(String text) {
        CsvRows rows = rows(text);

        assertThat(rows.header()).containsExactly("id", "name");
        assertThat(cells(rows)).containsExactly(List.of("a", "b"));
    }

    @Test
    void aCellMayHoldSeparatorsQuotesAndLineBreaks() {
        assertThat(cells(rows("id;name\n1;\"x;\"\"y\"\"\r\nz,\"\n"))).containsExactly(List.of("1", "x;\"y\"\r\nz,"));
    }

    @Test
    void separatorsInTheHeadersQuotesDoNotCount() {
        assertThat(rows("\"a;b;c\nd;e\",f\n").header()).containsExactly("a;b;c\nd;e", "f");
    }

    @Test
    void aRowKnowsItsLine() {
        CsvRows rows = rows("id\n\n\"a\n\nb\"\nc\n");

        assertThat(rows.next().line()).isEqualTo(3);
        assertThat(rows.next().line()).isEqualTo(6);
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void rowsMayBeOfAnyLength() {
        assertThat(cells(rows("a,b\n1\n1,2,3\n,\n")))
                .containsExactly(List.of("1"), List.of("1", "2", "3"), List.of("", ""));
    }

    @Test
    void cellsBeyondTheMostAreCounted() {
        CsvRow row = rows("a\n" + ",".repeat(CsvRows.MOST_CELLS + 4)).next();

        assertThat(row.cells()).hasSize(CsvRows.MOST_CELLS);
        assertThat(row.beyond()).isEqualTo(5);
    }

    @Test
    void aHeaderOfTheMostCellsIsReadAndALongerOneIsTold() {
        assertThat(rows("a,".repeat(CsvRows.MOST_CELLS - 1) + "a").header()).hasSize(CsvRows.MOST_CELLS);
        assertThatThrownBy(() -> rows("a,".repeat(CsvRows.MOST_CELLS) + "a")).isInstanceOf(CsvUnreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff"})
    void nothingHasNoHeaderAndNoRows(String text) {
        assertThat(rows(text).header()).isEmpty();
        assertThat(rows(text).hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,\"x", "a,b\n1,\"x\n2,y\n", "a,b\n1,\"x\"\"", "a,b\n1,\"x\"y\n", "\"a", "a,b\n1,2\n\""})
    void aQuoteThatIsNeverClosedIsTold(String text) {
        assertThatThrownBy(() -> cells(rows(text)))
                .isInstanceOf(CsvUnreadable.class)
                .hasMessageContaining("line");
    }

    @Test
    void aRowBeforeABrokenOneIsGivenOnlyWhenItsEndIsCertain() {
        CsvRows rows = rows("a\n1\n2\n\"3\n4\n");

        assertThat(rows.next().cells()).containsExactly("1");
        assertThat(rows.next().cells()).containsExactly("2");
        assertThatThrownBy(rows::next).isInstanceOf(CsvUnreadable.class).hasMessageContaining("line 4");
    }

    @Test
    void theMarkOfTheEndIsAnOrdinaryCellElsewhere() {
        assertThat(cells(rows("a\n" + EndMark.MARK + "\nb\n" + EndMark.MARK + "\n")))
                .containsExactly(List.of(EndMark.MARK), List.of("b"), List.of(EndMark.MARK));
    }

    @Test
    void bytesThatTheCharsetDoesNotKnowAreTold() {
        byte[] latin = "a\né\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> cells(rows(latin, StandardCharsets.UTF_8)))
                .isInstanceOf(CsvUnreadable.class)
                .hasMessageContaining("UTF-8");
        assertThat(cells(rows(latin, StandardCharsets.ISO_8859_1))).containsExactly(List.of("é"));
    }

    @Test
    void aRowOfTheMostCharactersIsReadAndALongerOneIsTold() {
        String most = "x".repeat(CsvRows.MOST_CHARACTERS / 2);

        assertThat(cells(rows("a,b\n" + most + "," + most + "\n"))).hasSize(1);
        assertThatThrownBy(() -> cells(rows("a,b\n" + most + "," + most + "x\n")))
                .isInstanceOf(CsvUnreadable.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> cells(rows("a,b\n1,\"" + most + most + most))).isInstanceOf(CsvUnreadable.class);
    }

    @Test
    void aRowOfSeparatorsAloneIsTold() {
        assertThatThrownBy(() -> cells(rows("a,b\n" + ",".repeat(100_000)))).isInstanceOf(CsvUnreadable.class);
    }

    @Test
    void aSourceThatFailsIsNotTakenForAnEnd() {
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given == 4) {
                    throw new IOException("cut off");
                }
                return "a\n1\n".charAt(given++);
            }
        };

        assertThatThrownBy(() -> cells(CsvRows.of(broken, StandardCharsets.UTF_8, null)))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static CsvRows rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static CsvRows rows(byte[] bytes, Charset charset) {
        return CsvRows.of(new ByteArrayInputStream(bytes), charset, null);
    }

    private static List<List<String>> cells(CsvRows rows) {
        List<List<String>> cells = new ArrayList<>();
        rows.forEachRemaining(row -> cells.add(row.cells()));
        return cells;
    }
}
