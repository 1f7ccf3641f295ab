package crm.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV, one after the other, by the rules of RFC 4180; empty lines are skipped. Every method throws
 * {@link CsvUnreadable} where the text breaks them, and {@link UncheckedIOException} where its source fails.
 */
public final class CsvRows implements Iterator<CsvRow> {

    /** Most cells of a row that are kept. */
    public static final int MOST_CELLS = 1000;

    /** Most characters of a row; a row so long that no record could be made of it. */
    public static final int MOST_CHARACTERS = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Charset charset;
    private final RowHandler handler = new RowHandler(MOST_CELLS, MOST_CHARACTERS);
    private final Iterator<CsvRow> source;
    private final List<String> header;
    private @Nullable CsvRow next;

    private CsvRows(Reader text, Charset charset, char separator) {
        this.charset = charset;
        source = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MOST_CHARACTERS)
                .build(handler, new EndMark(text))
                .iterator();
        @Nullable CsvRow first = fetch();
        if (first != null && first.beyond() > 0) {
            throw new CsvUnreadable("There are more than " + MOST_CELLS + " columns.");
        }
        header = first == null
                ? List.of()
                : first.cells().stream().map(String::strip).toList();
        next = first == null ? null : fetch();
    }

    /**
     * The rows of bytes in {@code charset}; bytes that it does not know are told, not replaced.
     *
     * @param separator between cells; absent: comma, semicolon or tab, whichever the header has most of
     */
    public static CsvRows of(InputStream bytes, Charset charset, @Nullable Character separator) {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            skipByteOrderMark(text);
            return new CsvRows(text, charset, separator == null ? Separator.in(text) : separator);
        } catch (CharacterCodingException notInCharset) {
            throw new CsvUnreadable("The text is not in " + charset + '.');
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The cells of the first row, without the spaces around them; none where there is no row at all. */
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** The next row, which is known to be whole. */
    @Override
    public CsvRow next() {
        @Nullable CsvRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = fetch();
        return row;
    }

    /** The row after the one at hand; nothing at the mark, which only an open quote can have swallowed. */
    private @Nullable CsvRow fetch() {
        try {
            if (!source.hasNext()) {
                throw new CsvUnreadable(theRow() + " has a quote that is never closed.");
            }
            CsvRow row = source.next();
            return isMark(row) && !source.hasNext() ? null : row;
        } catch (CsvParseException | UncheckedIOException broken) {
            throw reason(broken);
        }
    }

    private static boolean isMark(CsvRow row) {
        return row.cells().size() == 1 && row.cells().getFirst().equals(EndMark.MARK);
    }

    /** The library wraps what its source or the handler threw; bare, its failure tells of the text. */
    private RuntimeException reason(RuntimeException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CharacterCodingException otherCharset -> {
                    return new CsvUnreadable("Behind line " + handler.line() + " the text is not in " + charset + '.');
                }
                case IOException failed -> {
                    return new UncheckedIOException(failed);
                }
                case CsvParseException ofTheLibrary -> {}
                case UncheckedIOException ofTheLibrary -> {}
                case RuntimeException ours -> {
                    return ours;
                }
                default -> {}
            }
        }
        return new CsvUnreadable(
                theRow() + " has something behind a closing quote, a quote that is never closed, or more" + " than "
                        + MOST_CHARACTERS + " characters.");
    }

    private String theRow() {
        return "The row that begins on line " + handler.line();
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }
}
