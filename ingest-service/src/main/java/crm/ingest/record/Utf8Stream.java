package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Tells other encodings of Unicode by their first bytes, before anybody reads them as something else. */
final class Utf8Stream {

    private static final int HEAD = 4;

    private Utf8Stream() {}

    /** The same bytes without a byte order mark. */
    static InputStream of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        int start = start(head);
        return new SequenceInputStream(new ByteArrayInputStream(head, start, head.length - start), in);
    }

    /** Where the text begins: behind a byte order mark. */
    static int start(byte[] bytes) {
        if (!mayBeUtf8(bytes, bytes.length)) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is not in UTF-8.");
        }
        return hasMark(bytes) ? 3 : 0;
    }

    /** Whether nothing in the first bytes makes a reader of JSON guess UTF-16 or UTF-32. */
    static boolean mayBeUtf8(byte[] bytes, int count) {
        for (int i = 0; i < Math.min(HEAD, count); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return count < 2 || (bytes[0] & bytes[1] & 0xfe) != 0xfe;
    }

    private static boolean hasMark(byte[] head) {
        return head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
    }
}
