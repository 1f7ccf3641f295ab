package crm.tenant;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** What a tenant's rule is since a day. */
@Entity
@Table(name = "tenant_rule")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class KeptRule extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "tenant", updatable = false)
    private long tenant;

    @Column(name = "rule", updatable = false)
    private String rule;

    @Column(name = "valid_from", updatable = false)
    private String validFrom;

    @Column(name = "value")
    private String value;

    protected KeptRule() {}

    KeptRule(TenantId tenant, Rule rule, Rules.Since since) {
        this.id = id(tenant, rule, since.from());
        this.tenant = tenant.number();
        this.rule = rule.key();
        this.validFrom = since.from().toString();
        this.value = since.value();
    }

    static String id(TenantId tenant, Rule rule, LocalDate from) {
        return tenant + "." + rule.key() + "." + from;
    }

    TenantId tenant() {
        return new TenantId(tenant);
    }

    Rule rule() {
        return Rule.named(rule).orElseThrow();
    }

    Rules.Since since() {
        return new Rules.Since(LocalDate.parse(validFrom), value);
    }

    void change(String other) {
        value = other;
    }
}
