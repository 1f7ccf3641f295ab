package crm.http.access;

import crm.tenant.Credential;
import crm.tenant.Sender;
import crm.tenant.TenantId;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who sent the request, as their key tells. The only source of a request's tenant. */
@RequestScoped
public class Caller {

    static final String CREDENTIAL = "crm.credential";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The tenant the key belongs to; the installation's key belongs to none and is refused. */
    public TenantId tenant() {
        return tenantsCredential().tenant();
    }

    /** The tenant, and by which of its keys; the installation's key belongs to none and is refused. */
    public Sender sender() {
        Credential credential = tenantsCredential();
        return new Sender(credential.tenant(), credential.keyId());
    }

    /** Whether the key is the installation's own, which may make tenants. */
    public boolean isInstallation() {
        return !identity.isAnonymous() && credential() == null;
    }

    /** Whether the key may change this tenant: the installation's may change all, a tenant's only its own. */
    public boolean mayAdminister(TenantId tenant) {
        return isInstallation() || tenant().equals(tenant);
    }

    private Credential tenantsCredential() {
        Credential credential = credential();
        if (credential == null) {
            throw new ForbiddenException();
        }
        return credential;
    }

    private @Nullable Credential credential() {
        return identity.getAttribute(CREDENTIAL);
    }
}
