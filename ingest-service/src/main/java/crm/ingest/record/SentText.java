package crm.ingest.record;

import java.nio.charset.StandardCharsets;

/** Gives the text of a record as it was sent, for keeping it where it is refused. */
@FunctionalInterface
interface SentText {

    /** What stands between two places of what was sent, counted in bytes. */
    String between(long from, long to);

    /** The text of a body that is there as a whole. */
    static SentText of(byte[] body) {
        return (from, to) -> new String(body, (int) from, (int) (to - from), StandardCharsets.UTF_8).strip();
    }
}
