package crm.ingest.quota;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.ingest.limit.FileLimits;
import crm.ingest.limit.Limits;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Limits and quota over HTTP, for programs that want to keep within them. */
@Path("/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.INGEST)
@Tag(name = "limits")
public class LimitsResource {

    private final Caller caller;
    private final Quotas quotas;
    private final FileLimits files;

    LimitsResource(Caller caller, Quotas quotas, FileLimits files) {
        this.caller = caller;
        this.quotas = quotas;
        this.files = files;
    }

    /** What is taken of everybody, and how much of this tenant. */
    @Schema(name = "LimitsAndQuota")
    public record View(
            @Schema(required = true) Limits limits,
            @Schema(required = true) FileLimits imports,
            @Schema(required = true) Quota quota) {}

    @GET
    @NonBlocking
    @Operation(operationId = "showLimits", summary = "Show limits and quota", description = "The most that is taken.")
    public View show() {
        return new View(Limits.PUBLISHED, files, quotas.of(caller.tenant()).quota());
    }
}
