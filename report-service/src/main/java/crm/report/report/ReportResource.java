package crm.report.report;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.report.metric.LanguageReader;
import crm.report.metric.Told;
import crm.report.table.Format;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Reports: what there is, answers, definitions. */
@Path("/v1/reports")
@RolesAllowed(Scopes.REPORT)
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    private final ReportAnswers answers;
    private final Caller caller;

    ReportResource(ReportAnswers answers, Caller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listReports", summary = "List every report, by what it is about")
    public ReportsResponse list(@Context UriInfo uri) {
        return ReportsResponse.of(ReportCatalogue.reports(), LanguageReader.readAlone(uri.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, Format.CSV_TYPE, Format.XLSX_TYPE})
    @Operation(operationId = "askReport", summary = "Answer a report")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(schema = @Schema(implementation = ReportResponse.class)))
    public Response answer(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Format format = Format.of(uri, headers);
        ReportResponse answer = answers.answer(caller.tenant(), report(id), uri.getQueryParameters(), format);
        return format == Format.JSON
                ? Told.asJson(answer)
                : Told.asTable(
                        format,
                        answer.report(),
                        answer.complete() && answer.moreRows() == 0,
                        writer -> TableFile.write(answer.table(), writer));
    }

    @GET
    @Path("/{id}/definition")
    @Operation(operationId = "defineReport", summary = "Tell what a report means, column by column")
    public ReportDefinition definition(@PathParam("id") String id, @Context UriInfo uri) {
        return ReportDefinition.of(report(id), LanguageReader.readAlone(uri.getQueryParameters()));
    }

    private static Report report(String id) {
        return ReportCatalogue.report(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No report has this id; GET /v1/reports lists them all."));
    }
}
