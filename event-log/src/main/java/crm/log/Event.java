package crm.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is appended to the log: a version of a record, or that it was taken back.
 *
 * @param collection the record kind's collection
 * @param recordId the sender's id
 * @param version the record's {@code updatedAt}, at most microseconds fine; absent where the sender gave none
 * @param deleted whether this takes the record back; {@code data} is then {@code {}}
 * @param data the record as canonical JSON, without {@code id} and {@code updatedAt}; equal text means equal content
 */
public record Event(
        String collection, String recordId, @Nullable Instant version, boolean deleted, String data) {}
