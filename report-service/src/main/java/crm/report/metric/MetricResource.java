package crm.report.metric;

import com.fasterxml.jackson.databind.JsonNode;
import crm.engine.model.Metric;
import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.report.catalog.Catalogue;
import crm.report.table.Format;
import crm.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Metrics: the catalogue, answers, the records behind them, definitions. */
@Path("/v1/metrics")
@RolesAllowed(Scopes.REPORT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public class MetricResource {

    private final Asking asking;
    private final Telling telling;
    private final Caller caller;

    MetricResource(Asking asking, Telling telling, Caller caller) {
        this.asking = asking;
        this.telling = telling;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMetrics", summary = "List every metric")
    public MetricsResponse list(@Context UriInfo uri) {
        return MetricsResponse.of(Catalogue.metrics(), LanguageReader.readAlone(uri.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE, Format.XLSX_TYPE})
    @Operation(operationId = "askMetric", summary = "Answer a metric")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = MetricResponse.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer of this ETag.")
    public Response answer(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Format format = Format.of(uri, headers);
        Written written = telling.metric(caller.tenant(), metric(id), uri.getQueryParameters(), format);
        return Told.answer(written, headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
    }

    @POST
    @Path("/query")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askMetrics",
            summary = "Answer several metrics at one position",
            description = "Up to 50 questions, each with the parameters that the metric takes by GET. All are answered"
                    + " from one state of the data; a question that is wrong gets a problem in its place.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MetricQuestions.class)))
    public MetricQuestionsResponse query(@Nullable JsonNode body) {
        return asking.metrics(caller.tenant(), MetricQuestionsReader.read(body));
    }

    @GET
    @Path("/{id}/records")
    @Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE, Format.XLSX_TYPE})
    @Operation(operationId = "listMetricRecords", summary = "List the records that a metric counted")
    @APIResponse(
            responseCode = "200",
            description = "The records",
            content = @Content(schema = @Schema(implementation = RecordsResponse.class)))
    public Response records(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Format format = Format.of(uri, headers);
        Metric metric = metric(id);
        TenantId tenant = caller.tenant();
        return format == Format.JSON
                ? Told.asJson(asking.records(tenant, metric, uri.getQueryParameters()))
                : Told.asTable(format, metric, asking.records(tenant, metric, uri.getQueryParameters(), format));
    }

    @GET
    @Path("/{id}/definition")
    @Operation(operationId = "defineMetric", summary = "Tell what a metric means")
    public DefinitionResponse definition(@PathParam("id") String id, @Context UriInfo uri) {
        return DefinitionResponse.of(metric(id), LanguageReader.readAlone(uri.getQueryParameters()));
    }

    private static Metric metric(String id) {
        return Catalogue.metric(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No metric has this id; GET /v1/metrics lists them all."));
    }
}
