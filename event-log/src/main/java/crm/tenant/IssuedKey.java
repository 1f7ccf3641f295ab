package crm.tenant;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key just issued. This is the only time its secret is known.
 *
 * @param text the whole key, for {@code Authorization: Bearer}
 * @param secret its last part, the password beside {@code id} for HTTP Basic
 */
public record IssuedKey(
        String id, Set<Scope> scopes, @Nullable Instant expiresAt, String text, String secret) {
    public IssuedKey {
        scopes = Set.copyOf(scopes);
    }

    /** Without the secret, so that it stays out of logs. */
    @Override
    public String toString() {
        return "IssuedKey[id=" + id + ", scopes=" + scopes + "]";
    }
}
