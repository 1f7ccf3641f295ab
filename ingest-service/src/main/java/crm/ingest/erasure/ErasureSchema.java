package crm.ingest.erasure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the document says of the request to forget somebody. */
@Schema(
        name = "ErasureRequest",
        description = "Either the record that is about the person, or their e-mail address.",
        example = "{\"collection\": \"leads\", \"id\": \"l-204\"}")
record ErasureSchema(
        @Schema(enumeration = {"contacts", "customers", "leads"})
        String collection,

        @Schema(minLength = 1, maxLength = 128) String id,

        @Schema(maxLength = 320, description = "Every record with this address is erased, and none is taken again.")
        String email) {}
