package crm.tenant;

import java.util.Set;

/**
 * Who is asking, as proved by a key.
 *
 * @param keyId the public part of the key
 */
public record Credential(TenantId tenant, Set<Scope> scopes, String keyId) {
    public Credential {
        scopes = Set.copyOf(scopes);
    }

    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }
}
