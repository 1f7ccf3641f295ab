package crm.ingest.mapping;

import crm.tenant.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A mapping that a tenant keeps by name. */
@Entity
@Table(name = "import_mapping")
@IdClass(SavedMapping.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class SavedMapping extends PanacheEntityBase {

    /** Whose it is and what it is called. */
    public record Key(long tenant, String name) implements Serializable {}

    @Id
    @Column(name = "tenant")
    private long tenant;

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "json", columnDefinition = "MEDIUMTEXT")
    private String json;

    protected SavedMapping() {}

    SavedMapping(TenantId tenant, WrittenMapping written) {
        this.tenant = tenant.number();
        this.name = written.mapping().name();
        this.json = written.json();
    }

    String json() {
        return json;
    }

    void rewrite(WrittenMapping written) {
        json = written.json();
    }
}
