package crm.ingest.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Gathers the cells of a row, no more than a row may have, and no larger than it may be. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private static final int FAR_TOO_MANY = 10_000;

    private final int mostCells;
    private final int mostCharacters;
    private final List<String> cells = new ArrayList<>();
    private long line;
    private int characters;

    RowHandler(int mostCells, int mostCharacters) {
        this.mostCells = mostCells;
        this.mostCharacters = mostCharacters;
    }

    @Override
    protected void handleBegin(long beginning) {
        line = beginning;
        cells.clear();
        characters = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        characters += length;
        if (characters > mostCharacters) {
            throw new CsvUnreadable(
                    "The row that begins on line " + line + " has more than " + mostCharacters + " characters.");
        }
        if (index >= FAR_TOO_MANY) {
            throw new CsvUnreadable("The row that begins on line " + line + " has far too many cells.");
        }
        if (cells.size() < mostCells) {
            cells.add(new String(buffer, offset, length));
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, cells, getFieldCount() - cells.size());
    }

    /** The line on which the row that was read last begins. */
    long line() {
        return line;
    }
}
