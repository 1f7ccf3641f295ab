package crm.ingest.erasure;

import crm.tenant.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;

/** Something a tenant must not know again, as a hash, and what stands for it. */
@Entity
@Table(name = "erased")
@IdClass(Erased.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Erased extends PanacheEntityBase {

    @Id
    @Column(name = "tenant")
    private long tenant;

    @Id
    @Column(name = "hash")
    private byte[] hash;

    @Column(name = "pseudonym")
    private String pseudonym;

    /** What names one. */
    @SuppressWarnings("ArrayRecordComponent") // a key column is one
    public record Key(long tenant, byte[] hash) {}

    protected Erased() {}

    static List<Erased> all(TenantId tenant) {
        return list("tenant", tenant.number());
    }

    /** Keeps what is there already: a pseudonym given once stays. */
    static void add(TenantId tenant, byte[] hash, String pseudonym) {
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO erased (tenant, hash, pseudonym) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE pseudonym = pseudonym""")
                .setParameter(1, tenant.number())
                .setParameter(2, hash)
                .setParameter(3, pseudonym)
                .executeUpdate();
    }

    String hex() {
        return Hashes.hex(hash);
    }

    String pseudonym() {
        return pseudonym;
    }
}
