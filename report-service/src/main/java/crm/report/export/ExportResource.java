package crm.report.export;

import crm.engine.query.InvalidQuery;
import crm.http.access.Scopes;
import crm.report.catalog.Catalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue for other tools. */
@Path("/v1/metrics/export")
@RolesAllowed(Scopes.REPORT)
@Tag(name = "catalogue")
public class ExportResource {

    static final String YAML = "application/yaml";

    @GET
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @Operation(
            operationId = "exportMetrics",
            summary = "Export the definitions of metrics",
            description =
                    "Those metrics that are aggregates over the rows of plain tables, in the words of another tool:"
                            + " YAML for MetricFlow of dbt, or a JSON document of the Open Semantic Interchange (Apache Ossie)."
                            + " Stocks, overlaps and what else those cannot say are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The definitions",
            content = {
                @Content(mediaType = YAML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class))
            })
    public Response export(
            @Parameter(
                            required = true,
                            schema = @Schema(enumeration = {"metricflow", "osi"}),
                            description = "In whose words.")
                    @QueryParam("format")
                    @Nullable
                    String format) {
        return switch (format) {
            case "metricflow" ->
                Response.ok(Yaml.of(MetricFlow.of(Catalogue.metrics())))
                        .type(YAML)
                        .build();
            case "osi" ->
                Response.ok(SemanticInterchange.of(Catalogue.metrics()))
                        .type(MediaType.APPLICATION_JSON)
                        .build();
            case null, default -> throw new InvalidQuery("format", "unknown_format", "metricflow or osi");
        };
    }
}
