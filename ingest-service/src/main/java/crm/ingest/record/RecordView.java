package crm.ingest.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import crm.log.LoggedEvent;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record as the log holds it: its current version and every version there is.
 *
 * @param history the current version too, the newest first
 */
public record RecordView(String id, String collection, Version current, List<Version> history) {

    public RecordView {
        history = List.copyOf(history);
    }

    /**
     * One version of a record.
     *
     * @param version {@code updatedAt} as sent, else the time of receipt
     * @param deleted whether this version took the record back
     * @param record the fields in canonical form, without {@code id} and {@code updatedAt}; null where it was taken back
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Version(
            Instant version,
            Instant receivedAt,
            long position,
            boolean deleted,

            @Schema(
                    type = SchemaType.OBJECT,
                    nullable = true,
                    description = "The record's fields, without id and updatedAt; null where it was taken back.")
            @JsonRawValue
            @Nullable
            String record) {

        static Version of(LoggedEvent event) {
            return new Version(
                    event.version(),
                    event.receivedAt(),
                    event.position(),
                    event.deleted(),
                    event.deleted() ? null : event.data());
        }
    }
}
