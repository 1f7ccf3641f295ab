package crm.ingest.limit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The most that imports take; each installation sets it. */
@Schema(description = "The most that imports take, as this installation has it.")
public record FileLimits(
        @Schema(description = "Bytes of a file, after unpacking; more is answered with 413.")
        long bytesInAFile,

        @Schema(description = "Imports of a tenant that are not over; more is answered with 429.")
        int unfinishedImports,

        @Schema(description = "Refused rows that are kept of one import; the others are only counted.")
        long refusedRowsKept) {}
