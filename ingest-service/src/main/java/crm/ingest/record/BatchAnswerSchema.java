package crm.ingest.record;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the document says of the answer to records; the answer itself is written without it. */
@Schema(name = "BatchAnswer", description = "What became of the records, told after what was accepted is durable.")
public record BatchAnswerSchema(
        @Schema(required = true, description = "Stored now.")
        int accepted,

        @Schema(required = true, description = "Stored before with the same content; nothing changed.")
        int duplicates,

        @Schema(required = true, description = "Not stored; see errors.")
        int rejected,

        @Schema(required = true) List<RejectionSchema> errors,

        @Schema(
                required = true,
                description = "The place in the tenant's log up to which a reader has seen all of this.",
                examples = "104233")
        long position) {

    public BatchAnswerSchema {
        errors = List.copyOf(errors);
    }

    /** One thing that is wrong with one record. */
    @Schema(name = "Rejection")
    public record RejectionSchema(
            @Schema(required = true, description = "The record's place in the request, from 0.")
            int index,

            @Schema(description = "The record's id, where it could be read.") @Nullable
            String id,

            @Schema(required = true, description = "Where in the record, as a JSON pointer.")
            String pointer,

            @Schema(required = true, description = "What is wrong, for programs; stable.")
            String code,

            @Schema(required = true, description = "What is wrong, for people.")
            String detail) {}
}
