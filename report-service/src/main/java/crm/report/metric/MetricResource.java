package crm.report.metric;

import crm.engine.model.Metric;
import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.report.catalog.Catalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Metrics: the catalogue, answers, the records behind them, definitions. */
@Path("/v1/metrics")
@RolesAllowed(Scopes.REPORT)
@Produces(MediaType.APPLICATION_JSON)
public class MetricResource {

    private final Asking asking;
    private final Caller caller;

    MetricResource(Asking asking, Caller caller) {
        this.asking = asking;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMetrics", summary = "List every metric")
    public MetricsResponse list() {
        return MetricsResponse.of(Catalogue.metrics());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "askMetric", summary = "Answer a metric")
    public MetricResponse answer(@PathParam("id") String id, @Context UriInfo uri) {
        return asking.metric(caller.tenant(), metric(id), uri.getQueryParameters());
    }

    @GET
    @Path("/{id}/records")
    @Operation(operationId = "listMetricRecords", summary = "List the records that a metric counted")
    public RecordsResponse records(@PathParam("id") String id, @Context UriInfo uri) {
        return asking.records(caller.tenant(), metric(id), uri.getQueryParameters());
    }

    @GET
    @Path("/{id}/definition")
    @Operation(operationId = "defineMetric", summary = "Tell what a metric means")
    public DefinitionResponse definition(@PathParam("id") String id) {
        return DefinitionResponse.of(metric(id));
    }

    private static Metric metric(String id) {
        return Catalogue.metric(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No metric has this id; GET /v1/metrics lists them all."));
    }
}
