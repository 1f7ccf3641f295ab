package crm.ingest.rejection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refused record as it is shown.
 *
 * @param keyId the key that sent it
 * @param errors what was wrong, as a JSON list
 * @param payload the record as sent, as JSON; only where one rejection is shown, and not where it was too large to keep
 */
@Schema(name = "KeptRejection", description = "A refused record, kept with everything that is wrong with it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectionView(
        @Schema(examples = "17") String id,
        @Schema(examples = "deals") String collection,

        @Schema(description = "The record's id, where it could be read.", examples = "d-17") @Nullable
        String recordId,

        Instant receivedAt,

        @Schema(description = "The key that sent it.", examples = "3n8fj2k0q5w7e9rt")
        String keyId,

        @Schema(type = SchemaType.ARRAY, implementation = ErrorSchema.class) @JsonRawValue
        String errors,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The record as it was sent, or as it was changed since. Missing where it was too large to"
                        + " be kept, and in lists.")
        @JsonRawValue
        @Nullable
        String payload) {

    /** One thing that is wrong with a refused record. */
    @Schema(name = "KeptError")
    public record ErrorSchema(
            @Schema(examples = "/amount") String pointer,
            @Schema(examples = "invalid_number") String code,
            @Schema(examples = "A number.") String detail) {}

    /**
     * A page of rejections, the newest first.
     *
     * @param next the cursor of the next page; absent on the last
     */
    @Schema(name = "KeptRejections")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Page(
            List<RejectionView> rejections,

            @Schema(description = "The cursor of the next page; null on the last.", examples = "17", nullable = true)
            @Nullable
            String next) {
        public Page {
            rejections = List.copyOf(rejections);
        }
    }
}
