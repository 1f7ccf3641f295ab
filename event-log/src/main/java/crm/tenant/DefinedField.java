package crm.tenant;

import crm.record.CustomField;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A field definition as it is kept. */
@Entity
@Table(name = "field_definition")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DefinedField extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "tenant", updatable = false)
    private long tenant;

    @Column(name = "collection", updatable = false)
    private String collection;

    @Column(name = "name", updatable = false)
    private String name;

    @Column(name = "type")
    private String type;

    @Column(name = "choices")
    private String choices;

    @Column(name = "labels")
    private String labels;

    protected DefinedField() {}

    DefinedField(TenantId tenant, FieldDefinition definition) {
        this.id = id(tenant, definition.collection(), definition.field().name());
        this.tenant = tenant.number();
        this.collection = definition.collection();
        this.name = definition.field().name();
        settle(definition);
    }

    /** One and the same for the same field of the same records, so that nothing is registered twice. */
    static String id(TenantId tenant, String collection, String name) {
        return tenant + "." + collection + "." + name;
    }

    FieldDefinition definition() {
        CustomField.Type known = CustomField.Type.parse(type).orElseThrow();
        return new FieldDefinition(
                collection, new CustomField(name, known, StoredJson.texts(choices)), StoredJson.textsByName(labels));
    }

    final void settle(FieldDefinition definition) {
        type = definition.field().type().text();
        choices = StoredJson.of(definition.field().choices());
        labels = StoredJson.of(definition.labels());
    }
}
