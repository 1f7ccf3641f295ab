package crm.ingest.record;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.Problem;
import crm.tenant.Sender;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Records pushed as CloudEvents 1.0 over HTTP, in its three modes. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.INGEST)
@Tag(name = "events")
public class EventResource {

    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCHED = "application/cloudevents-batch+json";

    private static final String EXAMPLE = """
        {"specversion": "1.0", "id": "e-1", "source": "/shop", "type": "crm.deal.v1", "subject": "deal-17",
         "time": "2026-03-02T09:30:00Z", "data": {"createdAt": "2026-03-02T09:30:00Z", "amount": 12500.00}}\
        """;

    private final Caller caller;
    private final Intake intake;
    private final PushAnswers answers;

    EventResource(Caller caller, Intake intake, PushAnswers answers) {
        this.caller = caller;
        this.intake = intake;
        this.answers = answers;
    }

    @POST
    @Consumes({STRUCTURED, BATCHED, MediaType.APPLICATION_JSON})
    @NonBlocking
    @Operation(
            operationId = "pushEvents",
            summary = "Push records as CloudEvents",
            description =
                    "CloudEvents 1.0, of one collection or of many. type is crm.<record>.v1, such as crm.deal.v1 and"
                            + " crm.campaign_event.v1, or crm.<record>.deleted.v1, which takes the record back; subject is"
                            + " the record's id and time its version, unless the data tell them themselves; data is the"
                            + " record. Other attributes are let pass. Structured and batched events come in the body; of"
                            + " a binary one the body is the data, and the headers ce-specversion, ce-id, ce-source,"
                            + " ce-type, ce-subject and ce-time are its attributes. The limits are those of records. What"
                            + " is wrong is told by its place in the event.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = STRUCTURED,
                        schema = @Schema(implementation = CloudEventSchema.class),
                        example = EXAMPLE),
                @Content(
                        mediaType = BATCHED,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        maxItems = 10_000,
                                        implementation = CloudEventSchema.class),
                        example = "[" + EXAMPLE + "]"),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        description = "The record of a binary event, as its collection has it."),
                        example = "{\"createdAt\": \"2026-03-02T09:30:00Z\", \"amount\": 12500.00}")
            })
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
            @Context HttpHeaders headers,
            @Parameter(description = "Whether to store nothing at all unless every record can be stored.")
                    @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
                    @QueryParam("atomic")
                    @Nullable
                    String atomic,
            byte @Nullable [] body) {
        MediaType type = Objects.requireNonNullElse(headers.getMediaType(), MediaType.APPLICATION_JSON_TYPE);
        SentBody sent = SentBody.of(BodyFormat.JSON, type, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING), body);
        boolean whole = PushAnswers.isTrue("atomic", atomic);
        Sender sender = caller.sender();
        Uni<BatchAnswer> answer = isBinary(type)
                ? intake.takeEvent(
                        sender, EventAttributes.ofHeaders(headers.getRequestHeaders(), type.toString()), sent, whole)
                : intake.takeEvents(sender, sent, whole);
        return answer.map(told -> answers.of(sender.tenant(), told));
    }

    private static boolean isBinary(MediaType type) {
        return !type.getSubtype().toLowerCase(Locale.ROOT).startsWith("cloudevents");
    }
}
