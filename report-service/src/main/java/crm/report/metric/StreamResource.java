package crm.report.metric;

import crm.http.access.Caller;
import crm.http.access.KeyIdentities;
import crm.http.access.Scopes;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.report.catalog.Catalogue;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers to metrics that are told again when they change. */
@Path("/v1/metrics/{id}/stream")
@RolesAllowed(Scopes.REPORT)
@Tag(name = "catalogue")
public class StreamResource {

    private final Live live;
    private final Caller caller;
    private final KeyIdentities keys;

    StreamResource(Live live, Caller caller, KeyIdentities keys) {
        this.live = live;
        this.caller = caller;
        this.keys = keys;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchMetric",
            summary = "Answer a metric, again whenever it changes",
            description = "Server-sent events named `answer`, each with an answer as its data: the present one at once,"
                    + " then another whenever it may have changed, at most one a second. A comment keeps the line"
                    + " open meanwhile. Whoever comes back with Last-Event-ID gets the present answer only if it is"
                    + " another one.")
    @APIResponse(
            responseCode = "200",
            description = "Events without end",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> watch(
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        return live.watch(
                caller.tenant(),
                Catalogue.metric(id)
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_FOUND, "No metric has this id; GET /v1/metrics lists them all.")),
                uri.getQueryParameters(),
                headers.getRequestHeader(HttpHeaders.LAST_EVENT_ID_HEADER).stream()
                        .findFirst(),
                () -> keys.isStillValid(request, Scopes.REPORT));
    }
}
