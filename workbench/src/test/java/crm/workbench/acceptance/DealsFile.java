package crm.workbench.acceptance;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A CSV of many deals that is made while it is read. Every thousandth row cannot be a deal. */
final class DealsFile extends InputStream {

    private static final String TITLE = "Roof renewal, Harbour Street ".repeat(17);
    private static final int WRONG_EVERY = 1_000;

    private final long rows;
    private long next;
    private byte[] line = "id,createdAt,title,amount,custom.note\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    DealsFile(long rows) {
        this.rows = rows;
    }

    /** Rows that are no deals. */
    static long wrong(long rows) {
        return (rows + WRONG_EVERY - 1) / WRONG_EVERY;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (at == line.length) {
            if (next == rows) {
                return -1;
            }
            line = row(next++);
            at = 0;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, buffer, offset, count);
        at += count;
        return count;
    }

    private static byte[] row(long number) {
        String amount = number % WRONG_EVERY == 0 ? "much" : Long.toString(number);
        String row = String.format(
                Locale.ROOT,
                "deal-%d,2025-06-%02dT09:30:00Z,\"%s\",%s,\"%s\"%n",
                number,
                1 + number % 28,
                TITLE,
                amount,
                TITLE);
        return row.getBytes(StandardCharsets.UTF_8);
    }
}
