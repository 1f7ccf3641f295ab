package crm.ingest.mapping;

import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The mappings that a tenant can ask for by name: its own, and those that are ready. */
@ApplicationScoped
public class Mappings {

    /** More would be no help to anybody. */
    static final int MOST = 200;

    private final ReadyMappings ready;

    Mappings(ReadyMappings ready) {
        this.ready = ready;
    }

    /** The tenant's own of that name, else the ready one; as JSON. */
    @Transactional
    public Optional<String> json(TenantId tenant, String name) {
        return saved(tenant, name).map(SavedMapping::json).or(() -> ready.json(name));
    }

    @Transactional
    List<String> own(TenantId tenant) {
        return SavedMapping.<SavedMapping>list("tenant = ?1 ORDER BY name", tenant.number()).stream()
                .map(SavedMapping::json)
                .toList();
    }

    @Transactional
    Optional<String> ownJson(TenantId tenant, String name) {
        return saved(tenant, name).map(SavedMapping::json);
    }

    /** Whether there was room for it, and no other of that name. */
    @Transactional
    Added add(TenantId tenant, WrittenMapping written) {
        if (saved(tenant, written.mapping().name()).isPresent()) {
            return Added.NAME_TAKEN;
        }
        if (SavedMapping.count("tenant", tenant.number()) >= MOST) {
            return Added.TOO_MANY;
        }
        new SavedMapping(tenant, written).persistAndFlush();
        return Added.DONE;
    }

    /** False where there is none of that name. */
    @Transactional
    boolean replace(TenantId tenant, WrittenMapping written) {
        Optional<SavedMapping> known = saved(tenant, written.mapping().name());
        known.ifPresent(mapping -> mapping.rewrite(written));
        return known.isPresent();
    }

    /** False where there is none of that name. */
    @Transactional
    boolean remove(TenantId tenant, String name) {
        Optional<SavedMapping> known = saved(tenant, name);
        known.ifPresent(SavedMapping::delete);
        return known.isPresent();
    }

    private static Optional<SavedMapping> saved(TenantId tenant, String name) {
        return SavedMapping.findByIdOptional(new SavedMapping.Key(tenant.number(), name));
    }

    /** What became of a new mapping. */
    enum Added {
        DONE,
        NAME_TAKEN,
        TOO_MANY
    }
}
