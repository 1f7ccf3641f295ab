package crm.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues a tenant's keys, revokes them, and tells whose a presented key is. A tenant may have several at a time. */
@ApplicationScoped
public class Keys {

    private static final int ID_BITS = 80;
    private static final int ID_LENGTH = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Keys(Clock clock) {
        this.clock = clock;
    }

    /** A new key; its secret is told now and never again. */
    @Transactional
    public IssuedKey issue(TenantId tenant, Set<Scope> scopes, @Nullable Instant expiresAt) {
        PresentedKey key =
                new PresentedKey(Set.copyOf(scopes), Secret.letters(random, ID_BITS, ID_LENGTH), Secret.random(random));
        Instant end = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        new ApiKey(tenant, key, now(), end).persist();
        return new IssuedKey(
                key.keyId(), key.scopes(), end, key.text(), key.secret().text());
    }

    /** Every key the tenant ever had, the oldest first. */
    @Transactional
    public List<ApiKey> list(TenantId tenant) {
        return ApiKey.list("tenant = ?1 ORDER BY createdAt, id", tenant.number());
    }

    /** Ends a key at once. False where the tenant has no such key. */
    @Transactional
    public boolean revoke(TenantId tenant, String keyId) {
        Optional<ApiKey> key = find(keyId).filter(found -> found.tenant().equals(tenant));
        key.ifPresent(found -> found.revoke(now()));
        return key.isPresent();
    }

    /** Whose a whole key is; nothing where it is unknown, wrong, expired or revoked. */
    @Transactional
    public Optional<Credential> identify(String presented) {
        return PresentedKey.parse(presented).flatMap(key -> identify(key.keyId(), key.secret())
                .filter(credential -> credential.scopes().equals(key.scopes())));
    }

    /** Whose a key is that is presented in two parts, as HTTP Basic does. */
    @Transactional
    public Optional<Credential> identify(String keyId, String secret) {
        return identify(keyId, new Secret(secret));
    }

    private Optional<Credential> identify(String keyId, Secret secret) {
        return find(keyId)
                .filter(key -> key.opensWith(secret) && key.isLive(now()))
                .map(ApiKey::credential);
    }

    private static Optional<ApiKey> find(String keyId) {
        return PresentedKey.isKeyId(keyId) ? ApiKey.findByIdOptional(keyId) : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
