package crm.ingest.record;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.Problem;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.tenant.Sender;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Records over HTTP: pushed, read back and taken back. */
@Path("/v1/{collection}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.INGEST)
public class RecordResource {

    private final Caller caller;
    private final Intake intake;
    private final PushAnswers answers;
    private final RecordArchive archive;

    RecordResource(Caller caller, Intake intake, PushAnswers answers, RecordArchive archive) {
        this.caller = caller;
        this.intake = intake;
        this.answers = answers;
        this.archive = archive;
    }

    @POST
    @Consumes({
        MediaType.APPLICATION_JSON,
        BodyFormat.APPLICATION_X_NDJSON,
        BodyFormat.APPLICATION_JSONL,
        BodyFormat.TEXT_CSV
    })
    @NonBlocking
    @Operation(
            operationId = "push",
            summary = "Push records",
            description =
                    "Null and empty text count as not given. Answered after everything accepted is durable; sending"
                            + " the same again, in whatever format, changes nothing and counts as duplicates.")
    @APIResponse(
            responseCode = "202",
            description = "Nothing was refused.",
            content = @Content(schema = @Schema(implementation = BatchAnswerSchema.class)))
    @APIResponse(
            responseCode = "207",
            description = "Some were refused.",
            content = @Content(schema = @Schema(implementation = BatchAnswerSchema.class)))
    @APIResponse(
            responseCode = "422",
            description = "Nothing could be taken; see errors.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = BatchProblemSchema.class)))
    @APIResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
    public Uni<Response> push(
            @PathParam("collection") String collection,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @Parameter(description = "Whether to store nothing at all unless every record can be stored.")
                    @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
                    @QueryParam("atomic")
                    @Nullable
                    String atomic,
            byte @Nullable [] body) {
        Sender sender = caller.sender();
        return intake.take(
                        sender,
                        kind(collection),
                        SentBody.of(type, encoding, body),
                        PushAnswers.isTrue("atomic", atomic))
                .map(answer -> answers.of(sender.tenant(), answer));
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(
            operationId = "show",
            summary = "Show a record",
            description = "The current version and every other, the newest first; also of a record taken back.")
    public RecordView show(@PathParam("collection") String collection, @PathParam("id") String id) {
        return archive.find(caller.tenant(), kind(collection), id).orElseThrow(NotFoundException::new);
    }

    @DELETE
    @Path("/{id}")
    @Blocking
    @Operation(
            operationId = "takeBack",
            summary = "Take a record back",
            description = "Numbers become as if it had never been. A later version brings it back.")
    @APIResponse(
            responseCode = "202",
            description = "It is taken back.",
            content = @Content(schema = @Schema(implementation = BatchAnswerSchema.class)))
    @APIResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
    public Uni<Response> takeBack(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Parameter(description = "The version of taking back. Missing: the time of receipt.")
                    @Schema(type = SchemaType.STRING, format = "date-time")
                    @QueryParam("updatedAt")
                    @Nullable
                    String updatedAt) {
        RecordKind kind = kind(collection);
        Sender sender = caller.sender();
        return intake.take(sender, archive.tombstone(sender.tenant(), kind, id, updatedAt))
                .map(answer -> answers.of(sender.tenant(), answer));
    }

    private static RecordKind kind(String collection) {
        return RecordKinds.ofCollection(collection).orElseThrow(NotFoundException::new);
    }
}
