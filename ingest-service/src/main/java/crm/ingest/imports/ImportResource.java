package crm.ingest.imports;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.imports.ImportView.ImportList;
import crm.ingest.mapping.Mapping;
import crm.ingest.mapping.Mappings;
import crm.ingest.mapping.WrittenMapping;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.tenant.Sender;
import io.smallrye.common.annotation.Blocking;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP: begun, followed, stopped, and their refused rows fetched. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.INGEST)
@Tag(name = "imports")
@Blocking
public class ImportResource {

    private static final String CSV = "text/csv";

    private final Caller caller;
    private final Mappings mappings;
    private final Imports imports;
    private final RefusedRows refusedRows;
    private final Clock clock;

    ImportResource(Caller caller, Mappings mappings, Imports imports, RefusedRows refusedRows, Clock clock) {
        this.caller = caller;
        this.mappings = mappings;
        this.imports = imports;
        this.refusedRows = refusedRows;
        this.clock = clock;
    }

    @POST
    @Path("/{collection}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "import",
            summary = "Import a file",
            description = "A CSV of at most 2 GiB, optionally gzip. Answered when all of it is stored; its rows become"
                    + " records in the background, whatever restarts meanwhile, none lost and none twice. Importing"
                    + " the same file again changes nothing.")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "202",
            description = "The file is stored; Location says where its progress is shown.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
    public Response begin(
            @PathParam("collection") String collection,
            @Parameter(description = "Name of a mapping. Missing: the columns are named like the fields.")
                    @QueryParam("mapping")
                    @Nullable
                    String mapping,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            InputStream body)
            throws IOException {
        RecordKind kind = RecordKinds.ofCollection(collection).orElseThrow(NotFoundException::new);
        Sender sender = caller.sender();
        Upload upload = upload(sender, kind, mapping, UploadHeaders.charset(type));
        ImportId id = imports.take(upload, UploadHeaders.unpacked(body, encoding));
        ImportJob job = imports.find(sender.tenant(), id).orElseThrow(NotFoundException::new);
        return Response.accepted(ImportView.of(job, clock.instant()))
                .location(URI.create("/v1/imports/" + id))
                .build();
    }

    private Upload upload(Sender sender, RecordKind kind, @Nullable String name, @Nullable Charset charset) {
        if (name == null || name.isEmpty()) {
            return new Upload(sender, Mapping.plain(kind), null, null, charset);
        }
        String json = mappings.json(sender.tenant(), name)
                .orElseThrow(() -> wrongMapping("There is no mapping of that name."));
        Mapping mapping = WrittenMapping.parse(json);
        if (!mapping.collection().equals(kind.collection())) {
            throw wrongMapping("The mapping is for " + mapping.collection() + '.');
        }
        return new Upload(sender, mapping, name, json, charset);
    }

    private static ProblemException wrongMapping(String detail) {
        Violation wrong = Violation.ofParameter("mapping", "unknown_mapping", detail);
        return new ProblemException(Problem.of(ProblemType.INVALID_PARAMETERS, "See errors.", List.of(wrong)));
    }

    @GET
    @Operation(operationId = "listImports", summary = "List imports", description = "The newest first, at most 1,000.")
    public ImportList list() {
        List<ImportJob> found = imports.list(caller.tenant());
        List<ImportView> views = found.stream()
                .limit(ImportJobs.MOST_LISTED)
                .map(job -> ImportView.of(job, clock.instant()))
                .toList();
        return new ImportList(views, found.size() <= ImportJobs.MOST_LISTED);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "showImport", summary = "Show an import", description = "How far it is. Kept for 30 days.")
    public ImportView show(@PathParam("id") String id) {
        return ImportView.of(existing(id), clock.instant());
    }

    @GET
    @Path("/{id}/errors")
    @Produces(CSV)
    @Operation(
            operationId = "showImportErrors",
            summary = "The rows that were refused",
            description = "With the file's columns and one that says what is wrong; at most 100,000. Cells that a"
                    + " spreadsheet would run begin with an apostrophe. Mended, the file can be imported as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The rows so far.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response errors(@PathParam("id") String id) {
        ImportJob job = existing(id);
        return Response.ok(new ErrorsFile(job, refusedRows))
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + job.id() + "-errors.csv\"")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteImport",
            summary = "Stop an import, or forget one that is over",
            description = "The records it made stay.")
    public void delete(@PathParam("id") String id) {
        imports.delete(caller.tenant(), existing(id).id());
    }

    private ImportJob existing(String id) {
        ImportId known = ImportId.parse(id).orElseThrow(NotFoundException::new);
        return imports.find(caller.tenant(), known).orElseThrow(NotFoundException::new);
    }
}
