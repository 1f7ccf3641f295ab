package crm.ingest.limit;

import crm.http.request.Addresses;
import crm.http.request.Bodies;
import crm.record.RecordKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The most that a request, a record and its parts may have. Every limit is exact: so much is taken, one more is refused.
 * What reads, what refuses and what documents them asks here.
 */
@Schema(
        name = "Limits",
        description = "The most that is taken; one more is refused. How long each text and list of a record may be"
                + " stands in the schema of its collection.")
public record Limits(
        @Schema(description = "Records in a request, in every format; more is answered with 413.")
        int recordsInARequest,

        @Schema(description = "Bytes of a request's body, after unpacking too; more is answered with 413.")
        int bytesInARequest,

        @Schema(
                description = "Bytes of a record: in JSON from its opening to its closing brace, in NDJSON its line, in"
                        + " CSV the JSON object that its row stands for.")
        int bytesInARecord,

        @Schema(description = "Arrays and objects within each other, a body's list counted.")
        int nesting,

        @Schema(description = "Characters of a number as it is written in JSON.")
        int charactersOfANumber,

        @Schema(description = "Characters of a record's id and of every reference to one.")
        int charactersOfAnId,

        @Schema(description = "Fields of a record's own, under custom.")
        int customFields,

        @Schema(description = "Characters of the name of an own field.")
        int charactersOfACustomName,

        @Schema(description = "Characters of a text in an own field.")
        int charactersOfACustomText,

        @Schema(description = "Digits before the point, and behind it, of a number in an own field.")
        int digitsOfACustomNumber,

        @Schema(description = "Columns of a CSV.") int columns,

        @Schema(description = "Errors told of one record; that there are more is told as too_many_errors.")
        int errorsOfARecord,

        @Schema(description = "Errors told in full in one answer; of each further record only the first is.")
        int errorsInAnAnswer,

        @Schema(description = "Hours by which what has happened may lie ahead of the service's clock.")
        int hoursAhead,

        @Schema(description = "Bytes of a request's first line: method, address and version. Longer: 414.")
        int bytesOfTheFirstLine,

        @Schema(description = "Bytes of all of a request's headers. More: 431.")
        int bytesOfTheHeaders) {

    /** What is taken, by every tenant alike. */
    public static final Limits PUBLISHED = new Limits(
            10_000,
            Bodies.LARGEST,
            256 << 10,
            16,
            1000,
            RecordKind.ID_LENGTH,
            200,
            100,
            2000,
            18,
            500,
            100,
            10_000,
            24,
            Addresses.LONGEST_FIRST_LINE,
            Addresses.LONGEST_HEADERS);
}
