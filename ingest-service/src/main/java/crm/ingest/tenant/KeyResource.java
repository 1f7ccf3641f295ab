package crm.ingest.tenant;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.ingest.tenant.KeyView.KeyList;
import crm.ingest.tenant.KeyView.NewKey;
import crm.tenant.IssuedKey;
import crm.tenant.Keys;
import crm.tenant.Tenant;
import crm.tenant.TenantId;
import crm.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A tenant's keys over HTTP: listed, added, revoked. Two live keys at a time allow rotation. */
@Path("/v1/tenants/{tenantId}/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ADMIN)
@Tag(name = "tenants")
public class KeyResource {

    private final Caller caller;
    private final Tenants tenants;
    private final Keys keys;
    private final Clock clock;

    KeyResource(Caller caller, Tenants tenants, Keys keys, Clock clock) {
        this.caller = caller;
        this.tenants = tenants;
        this.keys = keys;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(operationId = "listKeys", summary = "List a tenant's keys", description = "Without secrets.")
    public KeyList list(@PathParam("tenantId") String tenantId) {
        return new KeyList(
                keys.list(existing(tenantId)).stream().map(KeyView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "addKey", summary = "Add a key", description = "Its secret is told now and never again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeySchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key is made.",
            content = @Content(schema = @Schema(implementation = NewKey.class)))
    public Response add(@PathParam("tenantId") String tenantId, byte @Nullable [] body) {
        TenantId tenant = existing(tenantId);
        KeyBody wanted = KeyBody.of(body, clock);
        IssuedKey issued = keys.issue(tenant, wanted.scopes(), wanted.expiresAt());
        return Response.created(URI.create("/v1/tenants/" + tenant + "/keys/" + issued.id()))
                .entity(NewKey.of(issued))
                .build();
    }

    @DELETE
    @Path("/{keyId}")
    @Transactional
    @Operation(operationId = "revokeKey", summary = "Revoke a key", description = "It ends within seconds.")
    public void revoke(@PathParam("tenantId") String tenantId, @PathParam("keyId") String keyId) {
        if (!keys.revoke(existing(tenantId), keyId)) {
            throw new NotFoundException();
        }
    }

    private TenantId existing(String tenantId) {
        return tenants.find(TenantResource.administered(caller, tenantId))
                .map(Tenant::id)
                .orElseThrow(NotFoundException::new);
    }
}
