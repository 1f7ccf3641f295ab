package crm.ingest.record;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the document says of the answer where every record was refused; the answer itself is written without it. */
@Schema(
        name = "BatchProblem",
        description = "The problem that nothing could be taken of what was sent, with everything that is wrong.")
public record BatchProblemSchema(
        @Schema(required = true, description = "What kind of problem it is; stable.", examples = EXAMPLE)
        String type,

        @Schema(required = true, description = "The kind of problem in words.")
        String title,

        @Schema(required = true, description = "The HTTP status.")
        int status,

        @Schema(required = true, description = "What is wrong this time.")
        String detail,

        @Schema(description = "Stored now: none. Missing, as the next two, where no record could be told from others.")
        @Nullable
        Integer accepted,

        @Schema(description = "Stored before with the same content; nothing changed.") @Nullable
        Integer duplicates,

        @Schema(description = "Not stored; see errors.") @Nullable
        Integer rejected,

        @Schema(required = true) List<FindingSchema> errors) {

    static final String EXAMPLE = "urn:problem-type:crm:invalid-content";

    public BatchProblemSchema {
        errors = List.copyOf(errors);
    }

    /** One thing that is wrong with one record, or with all that was sent. */
    @Schema(name = "Finding")
    public record FindingSchema(
            @Schema(description = "The record's place in the request, from 0; missing where it is about all.") @Nullable
            Integer index,

            @Schema(description = "The record's id, where it could be read.") @Nullable
            String id,

            @Schema(description = "Where in the record or the body, as a JSON pointer.") @Nullable
            String pointer,

            @Schema(required = true, description = "What is wrong, for programs; stable.")
            String code,

            @Schema(required = true, description = "What is wrong, for people.")
            String detail) {}
}
