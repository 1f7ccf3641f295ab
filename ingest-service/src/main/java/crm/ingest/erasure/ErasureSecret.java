package crm.ingest.erasure;

import crm.tenant.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** The secret under which a tenant's hashes are made; there is one from the first erasure on. */
@Entity
@Table(name = "erasure_secret")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ErasureSecret extends PanacheEntityBase {

    @Id
    @Column(name = "tenant")
    private long tenant;

    @Column(name = "secret")
    private byte[] secret;

    protected ErasureSecret() {}

    static Optional<Hashes> find(TenantId tenant) {
        return ErasureSecret.<ErasureSecret>findByIdOptional(tenant.number()).map(found -> new Hashes(found.secret));
    }

    /** Makes one where there is none, whoever else does so at the same moment. */
    static void make(TenantId tenant, byte[] random) {
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO erasure_secret (tenant, secret) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE secret = secret""")
                .setParameter(1, tenant.number())
                .setParameter(2, random)
                .executeUpdate();
    }
}
