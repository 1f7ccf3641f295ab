package crm.ingest.rejection;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import crm.tenant.MicrosecondsConverter;
import crm.tenant.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refused record, kept as it was sent. */
@Entity
@Table(name = "rejection")
@IdClass(Rejection.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Rejection extends PanacheEntityBase {

    @Id
    @Column(name = "tenant")
    private long tenant;

    @Id
    @Column(name = "id")
    private long id;

    /** Counts the changes, so that nobody replays or changes what was changed since they read it. */
    @Column(name = "revision")
    private int revision;

    @Column(name = "received_at", updatable = false)
    @Convert(converter = MicrosecondsConverter.class)
    private Instant receivedAt;

    @Column(name = "key_id", updatable = false)
    private String keyId;

    @Column(name = "collection", updatable = false)
    private String collection;

    @Column(name = "record_id", updatable = false)
    private byte @Nullable [] recordId;

    @Column(name = "codes", updatable = false)
    private String codes;

    @Column(name = "errors", updatable = false)
    private String errors;

    @Column(name = "payload")
    private @Nullable String payload;

    /** Names a rejection: ids count within the tenant. */
    public record Key(long tenant, long id) {}

    protected Rejection() {}

    static Optional<Rejection> find(TenantId tenant, long id) {
        return findByIdOptional(new Key(tenant.number(), id));
    }

    /** False where there is none; unlike an entity's removal this does not mind who else removes it. */
    static boolean remove(TenantId tenant, long id) {
        return delete("tenant = ?1 and id = ?2", tenant.number(), id) > 0;
    }

    static int removeReceivedBefore(TenantId tenant, Instant tooOld, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        "DELETE FROM rejection WHERE tenant = ? AND received_at < ? ORDER BY received_at LIMIT ?")
                .setParameter(1, tenant.number())
                .setParameter(2, ChronoUnit.MICROS.between(Instant.EPOCH, tooOld))
                .setParameter(3, limit)
                .executeUpdate();
    }

    public long id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public String collection() {
        return collection;
    }

    public Optional<String> payload() {
        return Optional.ofNullable(payload);
    }

    /** Replaces what was sent; false where it is not as it was when this was read. */
    boolean mend(String mended) {
        return update(
                        "payload = ?1, revision = revision + 1 where tenant = ?2 and id = ?3 and revision = ?4",
                        mended,
                        tenant,
                        id,
                        revision)
                > 0;
    }

    /** As it is shown, without what was sent. */
    RejectionView view() {
        return view(null);
    }

    /** As it is shown, with what was sent. */
    RejectionView viewWithPayload() {
        return view(payload);
    }

    /** As it is shown after what was sent was replaced. */
    RejectionView viewWith(String mended) {
        return view(mended);
    }

    private RejectionView view(@Nullable String shown) {
        String record = recordId == null ? null : new String(recordId, StandardCharsets.UTF_8);
        return new RejectionView(Long.toString(id), collection, record, receivedAt, keyId, errors, json(shown));
    }

    /** What cannot be read as JSON was sent so, and is shown as a text. */
    private static @Nullable String json(@Nullable String sent) {
        return sent == null || MergePatch.isJson(sent)
                ? sent
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(sent)) + '"';
    }
}
