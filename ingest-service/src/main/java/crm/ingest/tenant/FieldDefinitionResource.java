package crm.ingest.tenant;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.tenant.FieldDefinitionView.FieldDefinitionList;
import crm.record.CustomField;
import crm.record.RecordKinds;
import crm.tenant.FieldDefinition;
import crm.tenant.FieldDefinitions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fields of a tenant's own, registered over HTTP; records sent a second later are checked against them. */
@Path("/v1/field-definitions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.INGEST, Scopes.ADMIN})
@Tag(name = "field-definitions")
public class FieldDefinitionResource {

    /** Not called collection: of such a path the document makes one for each. */
    private static final String ONE = "/{kind}/{name}";

    private final Caller caller;
    private final FieldDefinitions definitions;

    FieldDefinitionResource(Caller caller, FieldDefinitions definitions) {
        this.caller = caller;
        this.definitions = definitions;
    }

    @GET
    @Operation(
            operationId = "listFieldDefinitions",
            summary = "List the registered fields",
            description = "Fields under custom that are not registered are accepted too, whatever they hold.")
    public FieldDefinitionList list(
            @Parameter(description = "Only of these records.") @QueryParam("collection") @Nullable String collection) {
        return new FieldDefinitionList(definitions.all(caller.tenant()).stream()
                .filter(each -> collection == null || collection.equals(each.collection()))
                .map(FieldDefinitionView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "addFieldDefinition", summary = "Register a field")
    @RequestBody(content = @Content(schema = @Schema(implementation = FieldDefinitionSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is registered.",
            content = @Content(schema = @Schema(implementation = FieldDefinitionView.class)))
    public Response add(byte @Nullable [] body) {
        FieldDefinition wanted = FieldDefinitionBody.whole(body);
        if (definitions
                .find(caller.tenant(), wanted.collection(), wanted.field().name())
                .isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "The field is registered already; change it by PATCH.");
        }
        return kept(wanted);
    }

    @GET
    @Path(ONE)
    @Operation(operationId = "showFieldDefinition", summary = "Show a registered field")
    public FieldDefinitionView show(@PathParam("kind") String collection, @PathParam("name") String name) {
        return FieldDefinitionView.of(existing(collection, name));
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "putFieldDefinition",
            summary = "Register a field, new or anew",
            description = "Records that were accepted before stay as they are.")
    @RequestBody(content = @Content(schema = @Schema(implementation = FieldDefinitionSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is registered anew.",
            content = @Content(schema = @Schema(implementation = FieldDefinitionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is registered.",
            content = @Content(schema = @Schema(implementation = FieldDefinitionView.class)))
    public Response put(@PathParam("kind") String collection, @PathParam("name") String name, byte @Nullable [] body) {
        if (RecordKinds.ofCollection(collection).isEmpty() || !CustomField.isName(name)) {
            throw new NotFoundException();
        }
        return kept(FieldDefinitionBody.of(body, collection, name));
    }

    @PATCH
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "changeFieldDefinition",
            summary = "Change a registered field",
            description = "What is absent stays. Records that were accepted before stay as they are.")
    @RequestBody(content = @Content(schema = @Schema(implementation = FieldDefinitionSchema.class)))
    public FieldDefinitionView change(
            @PathParam("kind") String collection, @PathParam("name") String name, byte @Nullable [] body) {
        FieldDefinition after = FieldDefinitionBody.change(body, existing(collection, name));
        definitions.put(caller.tenant(), after);
        return FieldDefinitionView.of(after);
    }

    @DELETE
    @Path(ONE)
    @Transactional
    @Operation(
            operationId = "removeFieldDefinition",
            summary = "Register a field no longer",
            description = "What records hold in it stays.")
    public void remove(@PathParam("kind") String collection, @PathParam("name") String name) {
        if (!definitions.delete(caller.tenant(), collection, name)) {
            throw new NotFoundException();
        }
    }

    private Response kept(FieldDefinition definition) {
        Response.ResponseBuilder response = definitions.put(caller.tenant(), definition)
                ? Response.created(URI.create("/v1/field-definitions/" + definition.collection() + "/"
                        + definition.field().name()))
                : Response.ok();
        return response.entity(FieldDefinitionView.of(definition)).build();
    }

    private FieldDefinition existing(String collection, String name) {
        return definitions.find(caller.tenant(), collection, name).orElseThrow(NotFoundException::new);
    }
}
