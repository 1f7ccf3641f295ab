package crm.ingest.erasure;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Forgets people over HTTP. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ADMIN)
@Blocking
@Tag(name = "erasures")
public class ErasureResource {

    private final Caller caller;
    private final Erasures erasures;

    ErasureResource(Caller caller, Erasures erasures) {
        this.caller = caller;
        this.erasures = erasures;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "erase",
            summary = "Forget a person",
            description =
                    "With an admin key of the tenant. Everything personal is removed from what was stored and from"
                            + " refused records, ids become pseudonyms, and totals stay as they are; reports follow within"
                            + " seconds. Their records are not taken again (erased). It takes about a second for 50,000 records;"
                            + " if no answer comes, ask again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ErasureSchema.class)))
    public ErasureView erase(byte @Nullable [] body) {
        return erasures.erase(caller.tenant(), ErasureBody.of(body));
    }
}
