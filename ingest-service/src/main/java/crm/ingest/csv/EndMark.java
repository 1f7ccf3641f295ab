package crm.ingest.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * A text with a mark after its end, on a line of its own. Where a quote is never closed the mark is swallowed by a cell,
 * and is missed: without it a file that was cut off could not be told from one that is whole.
 */
final class EndMark extends Reader {

    static final String MARK = "\u0000end\u0000";

    private final Reader text;
    private final String after = '\n' + MARK;
    private int given;

    EndMark(Reader text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = text.read(buffer, offset, length);
        if (count >= 0) {
            return count;
        }
        int left = Math.min(length, after.length() - given);
        if (left == 0 && length > 0) {
            return -1;
        }
        after.getChars(given, given + left, buffer, offset);
        given += left;
        return left;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
