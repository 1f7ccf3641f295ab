package crm.ingest.tenant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the document says of a key that is wanted; it is read without it, so that all errors are told at once. */
@Schema(name = "KeyWish", additionalProperties = Schema.False.class)
record KeySchema(
        @Schema(
                required = true,
                description = "One or more of ingest, report, admin.",
                minItems = 1,
                examples = "[\"ingest\"]")
        List<String> scopes,

        @Schema(description = "Missing: it never does.", format = "date-time") @Nullable
        String expiresAt) {

    KeySchema {
        scopes = List.copyOf(scopes);
    }
}
