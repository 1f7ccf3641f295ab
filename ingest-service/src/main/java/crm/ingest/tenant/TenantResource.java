package crm.ingest.tenant;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.ingest.tenant.TenantView.FirstKeys;
import crm.tenant.Keys;
import crm.tenant.Scope;
import crm.tenant.Tenant;
import crm.tenant.TenantId;
import crm.tenant.TenantRules;
import crm.tenant.Tenants;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tenants over HTTP: made with the installation's key, read and changed with their own admin key too. */
@Path("/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ADMIN)
@Tag(name = "tenants")
public class TenantResource {

    private final Caller caller;
    private final Tenants tenants;
    private final TenantRules rules;
    private final Keys keys;
    private final Clock clock;

    TenantResource(Caller caller, Tenants tenants, TenantRules rules, Keys keys, Clock clock) {
        this.caller = caller;
        this.tenants = tenants;
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "createTenant",
            summary = "Make a tenant",
            description = "With the installation's key only. Answers the tenant's first keys, for the only time.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SettingsSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The tenant is made.",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    public Response create(byte @Nullable [] body) {
        if (!caller.isInstallation()) {
            throw new ForbiddenException();
        }
        SettingsBody wanted = new SettingsBody(body);
        Tenant tenant = wanted.applied(tenants::create);
        change(tenant.id(), wanted.rules());
        FirstKeys first = new FirstKeys(issue(tenant.id(), Scope.INGEST), issue(tenant.id(), Scope.REPORT));
        return Response.created(URI.create("/v1/tenants/" + tenant.id()))
                .entity(view(tenant, first))
                .build();
    }

    @GET
    @Path("/{tenantId}")
    @Operation(operationId = "showTenant", summary = "Show a tenant")
    public TenantView show(@PathParam("tenantId") String tenantId) {
        return tenants.find(administered(caller, tenantId))
                .map(tenant -> view(tenant, null))
                .orElseThrow(NotFoundException::new);
    }

    @PATCH
    @Path("/{tenantId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "changeTenant",
            summary = "Change a tenant's settings",
            description = "What is absent stays. Numbers of dates before validFrom stay as they are.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SettingsSchema.class)))
    public TenantView change(@PathParam("tenantId") String tenantId, byte @Nullable [] body) {
        TenantId id = administered(caller, tenantId);
        SettingsBody wanted = new SettingsBody(body);
        Tenant tenant = wanted.applied(change -> tenants.change(id, change)).orElseThrow(NotFoundException::new);
        change(id, wanted.rules());
        return view(tenant, null);
    }

    private void change(TenantId tenant, RulesBody wanted) {
        rules.change(tenant, wanted.values(), wanted.validFrom());
    }

    private TenantView view(Tenant tenant, @Nullable FirstKeys first) {
        return TenantView.of(tenant, rules.of(tenant.id()), clock.instant(), first);
    }

    private String issue(TenantId tenant, Scope scope) {
        return keys.issue(tenant, Set.of(scope), null).text();
    }

    /** The tenant of that name, unless the caller may not change it: then it is as if there were none. */
    static TenantId administered(Caller caller, String tenantId) {
        return TenantId.parse(tenantId).filter(caller::mayAdminister).orElseThrow(NotFoundException::new);
    }
}
