package crm.ingest.record;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the document says of an event; events themselves are read without it. */
@Schema(name = "CloudEvent", description = "An event of CloudEvents 1.0 that carries a record, or takes one back.")
record CloudEventSchema(
        @Schema(required = true, enumeration = "1.0") String specversion,

        @Schema(required = true, minLength = 1, description = "The event's own id, which the sender may choose.")
        String id,

        @Schema(required = true, minLength = 1, description = "Where it comes from.", format = "uri-reference")
        String source,

        @Schema(
                required = true,
                description = "What it carries.",
                pattern = "^crm\\.[a-z_]+(\\.deleted)?\\.v1$",
                examples = "crm.deal.v1")
        String type,

        @Schema(minLength = 1, maxLength = 128, description = "The record's id. Missing: the data tell it.") @Nullable
        String subject,

        @Schema(format = "date-time", description = "The record's version, unless the data have updatedAt.") @Nullable
        String time,

        @Schema(description = "application/json, or nothing.") @Nullable
        String datacontenttype,

        @Schema(description = "The record, as its collection has it; nothing where it is taken back.") @Nullable
        Map<String, Object> data) {}
