package crm.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The fields of their own that tenants have registered. */
@ApplicationScoped
public class FieldDefinitions {

    /** A tenant's, by collection and name. */
    @Transactional
    public List<FieldDefinition> all(TenantId tenant) {
        return DefinedField.<DefinedField>list("tenant = ?1 ORDER BY collection, name", tenant.number()).stream()
                .map(DefinedField::definition)
                .toList();
    }

    @Transactional
    public Optional<FieldDefinition> find(TenantId tenant, String collection, String name) {
        return kept(tenant, collection, name).map(DefinedField::definition);
    }

    /** Registers the field, or registers it anew. False where it was there before. */
    @Transactional
    public boolean put(TenantId tenant, FieldDefinition definition) {
        Optional<DefinedField> before =
                kept(tenant, definition.collection(), definition.field().name());
        before.ifPresentOrElse(kept -> kept.settle(definition), () -> new DefinedField(tenant, definition).persist());
        return before.isEmpty();
    }

    /** False where there was none. */
    @Transactional
    public boolean delete(TenantId tenant, String collection, String name) {
        Optional<DefinedField> before = kept(tenant, collection, name);
        before.ifPresent(DefinedField::delete);
        return before.isPresent();
    }

    private static Optional<DefinedField> kept(TenantId tenant, String collection, String name) {
        return DefinedField.findByIdOptional(DefinedField.id(tenant, collection, name));
    }
}
