package crm.ingest.rejection;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.Problem;
import crm.ingest.record.BatchAnswer;
import crm.ingest.record.BatchAnswerJson;
import crm.ingest.record.BatchAnswerSchema;
import crm.ingest.record.BatchProblemSchema;
import crm.ingest.rejection.RejectionParameters.Asked;
import crm.ingest.rejection.RejectionView.Page;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Refused records over HTTP. */
@Path("/v1/rejections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.INGEST)
@Blocking
@Tag(name = "rejections")
public class RejectionResource {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final Caller caller;
    private final RejectionArchive archive;
    private final Replays replays;

    RejectionResource(Caller caller, RejectionArchive archive, Replays replays) {
        this.caller = caller;
        this.archive = archive;
        this.replays = replays;
    }

    @GET
    @Operation(
            operationId = "listRejections",
            summary = "List refused records",
            description = "The newest first, with everything that was wrong. They are kept 30 days unless the"
                    + " installation says otherwise.")
    @Parameter(
            name = "collection",
            in = ParameterIn.QUERY,
            description = "Only those sent to this collection.",
            example = "deals",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "code",
            in = ParameterIn.QUERY,
            description = "Only those with such an error.",
            example = "invalid_number",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[a-z_]{1,40}$"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only those received then or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Only those received before.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "What the page before gave as next.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{1,18}$"))
    public Page list(@Context UriInfo address) {
        Asked asked = new RejectionParameters(address.getQueryParameters()).read();
        long before = asked.cursor() == null ? Long.MAX_VALUE : asked.cursor();
        return archive.page(caller.tenant(), asked.filter(), before, asked.limit());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "showRejection", summary = "Show a refused record", description = "As it was sent.")
    public RejectionView show(@PathParam("id") String id) {
        return archive.find(caller.tenant(), number(id))
                .map(Rejection::viewWithPayload)
                .orElseThrow(NotFoundException::new);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "mendRejection",
            summary = "Mend a refused record",
            description = "Changes what was sent by a JSON merge patch (RFC 7396). It is judged again when it is"
                    + " replayed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "amount", value = "{\"amount\": 1250.5}")))
    @APIResponse(
            responseCode = "200",
            description = "The record as it is now.",
            content = @Content(schema = @Schema(implementation = RejectionView.class)))
    @APIResponse(responseCode = "409", description = "The record was too large to be kept.")
    public RejectionView mend(@PathParam("id") String id, byte @Nullable [] body) {
        return archive.mend(caller.tenant(), number(id), MergePatch.of(body)).orElseThrow(NotFoundException::new);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "dropRejection",
            summary = "Give a refused record up",
            description = "It is kept no longer.")
    public void drop(@PathParam("id") String id) {
        if (!archive.remove(caller.tenant(), number(id))) {
            throw new NotFoundException();
        }
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayRejection",
            summary = "Send a refused record once more",
            description = "It is judged by today's rules. One that is taken is kept no longer, so that a second replay"
                    + " finds nothing; one that is refused again stays, with what is wrong today.")
    @APIResponse(
            responseCode = "202",
            description = "It was taken.",
            content = @Content(schema = @Schema(implementation = BatchAnswerSchema.class)))
    @APIResponse(
            responseCode = "422",
            description = "Nothing could be taken; see errors.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = BatchProblemSchema.class)))
    public Response replay(@PathParam("id") String id) {
        BatchAnswer answer = replays.one(caller.sender(), number(id)).orElseThrow(NotFoundException::new);
        return BatchAnswerJson.response(answer).build();
    }

    @POST
    @Path("/replay")
    @Operation(
            operationId = "replayRejections",
            summary = "Send many refused records once more",
            description = "The oldest first. Where there are more than limit, next is the cursor to go on with.")
    @Parameter(
            name = "collection",
            in = ParameterIn.QUERY,
            description = "Only those sent to this collection.",
            example = "deals",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "code",
            in = ParameterIn.QUERY,
            description = "Only those with such an error.",
            example = "invalid_number",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[a-z_]{1,40}$"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only those received then or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Only those received before.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "What the answer before gave as next.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{1,18}$"))
    public ReplayedView replayMany(@Context UriInfo address) {
        Asked asked = new RejectionParameters(address.getQueryParameters()).read();
        long after = asked.cursor() == null ? 0 : asked.cursor();
        return ReplayedView.of(replays.many(caller.sender(), asked.filter(), after, asked.limit()));
    }

    /** What is no number names no rejection. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noId) {
            throw new NotFoundException();
        }
    }
}
