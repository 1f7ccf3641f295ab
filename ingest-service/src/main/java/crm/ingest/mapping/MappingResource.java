package crm.ingest.mapping;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Mappings over HTTP: a tenant's own and the ready ones. */
@Path("/v1/mappings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.INGEST)
@Tag(name = "imports")
public class MappingResource {

    private final Caller caller;
    private final Mappings mappings;
    private final ReadyMappings ready;

    MappingResource(Caller caller, Mappings mappings, ReadyMappings ready) {
        this.caller = caller;
        this.mappings = mappings;
        this.ready = ready;
    }

    @GET
    @Operation(operationId = "listMappings", summary = "List the tenant's mappings", description = "By name.")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = MappingListSchema.class)))
    public String list() {
        return listed(mappings.own(caller.tenant()));
    }

    @GET
    @Path("/ready")
    @Operation(
            operationId = "listReadyMappings",
            summary = "List the ready mappings",
            description = "For the exports of other systems. An import asks for one by its name; a mapping of the"
                    + " tenant's own under the same name goes before it.")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = MappingListSchema.class)))
    public String listReady() {
        return listed(ready.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createMapping", summary = "Save a mapping", description = "Under a new name.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MappingSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is saved.",
            content = @Content(schema = @Schema(implementation = MappingSchema.class)))
    public Response create(byte @Nullable [] body) {
        WrittenMapping written = MappingBody.read(body, null);
        String name = written.mapping().name();
        return switch (mappings.add(caller.tenant(), written)) {
            case DONE ->
                Response.created(URI.create("/v1/mappings/" + name))
                        .entity(written.json())
                        .build();
            case NAME_TAKEN ->
                throw new ProblemException(Problem.of(
                        ProblemType.CONFLICT,
                        "See errors.",
                        List.of(Violation.at("/name", "name_taken", "There is one of that name; PUT replaces it."))));
            case TOO_MANY ->
                throw new ProblemException(
                        ProblemType.CONFLICT, "A tenant has at most " + Mappings.MOST + " mappings.");
        };
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "showMapping", summary = "Show a mapping", description = "One of the tenant's own.")
    @APIResponse(
            responseCode = "200",
            description = "The mapping.",
            content = @Content(schema = @Schema(implementation = MappingSchema.class)))
    public String show(@PathParam("name") String name) {
        return mappings.ownJson(caller.tenant(), name).orElseThrow(NotFoundException::new);
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceMapping",
            summary = "Replace a mapping",
            description = "Imports that have begun go on with the old one.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MappingSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is replaced.",
            content = @Content(schema = @Schema(implementation = MappingSchema.class)))
    public String replace(@PathParam("name") String name, byte @Nullable [] body) {
        if (mappings.ownJson(caller.tenant(), name).isEmpty()) {
            throw new NotFoundException();
        }
        WrittenMapping written = MappingBody.read(body, name);
        if (!mappings.replace(caller.tenant(), written)) {
            throw new NotFoundException();
        }
        return written.json();
    }

    @DELETE
    @Path("/{name}")
    @Operation(
            operationId = "deleteMapping",
            summary = "Delete a mapping",
            description = "Imports that have begun keep it.")
    public void delete(@PathParam("name") String name) {
        if (!mappings.remove(caller.tenant(), name)) {
            throw new NotFoundException();
        }
    }

    private static String listed(List<String> jsons) {
        return "{\"mappings\":[" + String.join(",", jsons) + "]}";
    }

    /** What the document says of a list. */
    @Schema(name = "Mappings")
    record MappingListSchema(@Schema(required = true) List<MappingSchema> mappings) {
        MappingListSchema {
            mappings = List.copyOf(mappings);
        }
    }
}
