package crm.ingest.record;

import java.nio.charset.StandardCharsets;

/** Gives the text of a record as it was sent, for keeping it where it is refused. */
@FunctionalInterface
interface SentText {

    /** What stands between two places of what was sent, counted in bytes, at most one record apart. */
    String between(long from, long to);

    /** The text of a body that is there as a whole. */
    static SentText of(byte[] body) {
        return of(body, 0);
    }

    /** The text of a body that begins somewhere in these bytes; places count from there. */
    static SentText of(byte[] bytes, int beginning) {
        return (from, to) ->
                new String(bytes, beginning + (int) from, (int) (to - from), StandardCharsets.UTF_8).strip();
    }
}
