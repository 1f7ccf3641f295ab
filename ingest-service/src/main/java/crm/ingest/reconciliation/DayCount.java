package crm.ingest.reconciliation;

import crm.tenant.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** What one key sent to one collection on one day. */
@Entity
@Immutable
@Table(name = "reconciliation")
@IdClass(DayCount.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class DayCount extends PanacheEntityBase {

    @Id
    @Column(name = "tenant")
    private long tenant;

    @Id
    @Column(name = "day")
    private LocalDate day;

    @Id
    @Column(name = "key_id")
    private String keyId;

    @Id
    @Column(name = "collection")
    private String collection;

    @Column(name = "received")
    private long received;

    @Column(name = "accepted")
    private long accepted;

    @Column(name = "duplicates")
    private long duplicates;

    @Column(name = "rejected")
    private long rejected;

    /** What is counted together. */
    public record Key(long tenant, LocalDate day, String keyId, String collection) {}

    protected DayCount() {}

    /** In the order of days, keys and collections; the last day is not among them. */
    static List<DayCount> between(TenantId tenant, LocalDate from, LocalDate to) {
        return list(
                "tenant = ?1 and day >= ?2 and day < ?3 order by day, keyId, collection", tenant.number(), from, to);
    }

    ReconciliationView.Row row() {
        return new ReconciliationView.Row(day, keyId, collection, received, accepted, duplicates, rejected);
    }
}
