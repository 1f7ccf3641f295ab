package crm.tenant;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key of a tenant, without its secret. */
@Entity
@Table(name = "api_key")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ApiKey extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "tenant", updatable = false)
    private long tenant;

    @Column(name = "scopes", updatable = false)
    private String scopes;

    @Column(name = "hash", updatable = false)
    private byte[] hash;

    @Column(name = "created_at", updatable = false)
    @Convert(converter = MicrosecondsConverter.class)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    @Convert(converter = MicrosecondsConverter.class)
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    @Convert(converter = MicrosecondsConverter.class)
    private @Nullable Instant revokedAt;

    protected ApiKey() {}

    ApiKey(TenantId tenant, PresentedKey key, Instant createdAt, @Nullable Instant expiresAt) {
        this.id = key.keyId();
        this.tenant = tenant.number();
        this.scopes = Scope.join(key.scopes());
        this.hash = key.secret().hash();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public String id() {
        return id;
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public Set<Scope> scopes() {
        return Scope.split(scopes);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean opensWith(Secret secret) {
        return secret.hasHash(hash);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    Credential credential() {
        return new Credential(tenant(), scopes(), id);
    }
}
