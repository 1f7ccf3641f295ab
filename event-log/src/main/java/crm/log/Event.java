package crm.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is appended to the log: a version of a record, or that it was taken back.
 *
 * @param collection the record kind's collection
 * @param recordId the sender's id
 * @param version the record's {@code updatedAt}, cut to microseconds; absent where the sender gave none
 * @param deleted whether this takes the record back; {@code data} is then {@code {}}
 * @param data the record as canonical JSON, without {@code id} and {@code updatedAt}; equal text means equal content
 */
public record Event(
        String collection, String recordId, @Nullable Instant version, boolean deleted, String data) {

    private static final int COLLECTION_LENGTH = 40;
    private static final int RECORD_ID_BYTES = 512;
    private static final int DATA_LENGTH = 1 << 20;

    public Event {
        if (collection.isEmpty()
                || collection.length() > COLLECTION_LENGTH
                || !collection.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("not a collection's name");
        }
        if (recordId.isEmpty()
                || !isText(recordId)
                || recordId.getBytes(StandardCharsets.UTF_8).length > RECORD_ID_BYTES) {
            throw new IllegalArgumentException("not a record's id");
        }
        if (data.length() > DATA_LENGTH || !isText(data)) {
            throw new IllegalArgumentException("data is too long or holds half a character");
        }
        if (version != null) {
            version = version.truncatedTo(ChronoUnit.MICROS);
            Microseconds.of(version);
        }
    }

    /** A surrogate without its other half would be stored as a question mark, and two ids could become one. */
    private static boolean isText(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }
}
