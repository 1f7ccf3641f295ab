package crm.ingest.csv;

import java.io.BufferedReader;
import java.io.IOException;

/** Recognises what stands between cells: comma, semicolon or tab, whichever the header has most of. */
final class Separator {

    private static final char[] KNOWN = {',', ';', '\t'};
    private static final int LONGEST_HEADER = 1 << 16;

    private Separator() {}

    /** Looks at the header and leaves the reader where it was. */
    static char in(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int[] counts = new int[KNOWN.length];
        boolean quoted = false;
        boolean begun = false;
        for (int read = 0; read < LONGEST_HEADER; read++) {
            int c = text.read();
            boolean end = c == '\n' || c == '\r';
            if (c < 0 || !quoted && end && begun) {
                break;
            }
            begun |= !end;
            quoted ^= c == '"';
            for (int i = 0; i < KNOWN.length && !quoted; i++) {
                counts[i] += c == KNOWN[i] ? 1 : 0;
            }
        }
        text.reset();
        int most = 0;
        for (int i = 1; i < KNOWN.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return KNOWN[most];
    }
}
