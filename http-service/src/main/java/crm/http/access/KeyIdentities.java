package crm.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crm.tenant.Credential;
import crm.tenant.Keys;
import crm.tenant.Scope;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows whose a key is. Valid keys are remembered for seconds only, so that a revoked one ends at once. */
@ApplicationScoped
public class KeyIdentities implements IdentityProvider<KeyRequest> {

    static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST_REMEMBERED = 10_000;

    private final Keys keys;
    private final InstallationKey installation;
    private final Cache<SentKey, SecurityIdentity> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    /** Asked only while the database is away: whoever could ask before still gets what needs no database. */
    private final Cache<SentKey, SecurityIdentity> lastKnown;

    KeyIdentities(Keys keys, InstallationKey installation, KeyMemory memory) {
        this.keys = keys;
        this.installation = installation;
        this.lastKnown = Caffeine.newBuilder()
                .expireAfterWrite(memory.heldWhileAway())
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    @Override
    public Class<KeyRequest> getRequestType() {
        return KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
        @Nullable SecurityIdentity known = remembered.getIfPresent(request.key());
        return known != null ? Uni.createFrom().item(known) : context.runBlocking(() -> identify(request.key()));
    }

    /** Whether the key that a request came with is valid to this moment, for answers that take long. It may block. */
    public boolean isStillValid(HttpServerRequest request, String scope) {
        SentKey sent = SentKey.with(request);
        try {
            @Nullable SecurityIdentity known = remembered.getIfPresent(sent);
            return (known != null ? known : identify(sent)).hasRole(scope);
        } catch (RuntimeException invalidOrUnknown) {
            return false;
        }
    }

    private SecurityIdentity identify(SentKey sent) {
        SecurityIdentity identity = installation.isSentAs(sent) ? ofInstallation() : ofTenant(sent);
        remembered.put(sent, identity);
        return identity;
    }

    private SecurityIdentity ofTenant(SentKey sent) {
        Optional<Credential> found;
        try {
            found = lookUp(sent);
        } catch (RuntimeException databaseAway) {
            @Nullable SecurityIdentity before = lastKnown.getIfPresent(sent);
            if (before == null) {
                throw databaseAway;
            }
            return before;
        }
        if (found.isEmpty()) {
            lastKnown.invalidate(sent);
            throw new AuthenticationFailedException();
        }
        SecurityIdentity identity = of(found.get());
        lastKnown.put(sent, identity);
        return identity;
    }

    private Optional<Credential> lookUp(SentKey sent) {
        return switch (sent) {
            case SentKey.Whole whole -> keys.identify(whole.text());
            case SentKey.Parts parts -> keys.identify(parts.keyId(), parts.secret());
            case SentKey.None none -> Optional.empty();
            case SentKey.Unreadable unreadable -> Optional.empty();
        };
    }

    private static SecurityIdentity of(Credential credential) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(credential.keyId()))
                .addAttribute(Caller.CREDENTIAL, credential);
        credential.scopes().stream().map(Scope::text).forEach(identity::addRole);
        return identity.build();
    }

    private static SecurityIdentity ofInstallation() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(InstallationKey.ID))
                .addRole(Scopes.ADMIN)
                .build();
    }
}
