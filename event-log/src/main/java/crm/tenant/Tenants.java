package crm.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes tenants, finds them and changes their settings. */
@ApplicationScoped
public class Tenants {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tenants(Clock clock) {
        this.clock = clock;
    }

    @Transactional(rollbackOn = InvalidSettings.class)
    public Tenant create(SettingsChange wanted) throws InvalidSettings {
        Tenant tenant = new Tenant(randomId(), wanted.first(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        tenant.persist();
        return tenant;
    }

    @Transactional
    public Optional<Tenant> find(TenantId id) {
        return Tenant.findByIdOptional(id.number());
    }

    /** Read anew each time, so that another service's changes are seen. */
    @Transactional
    public List<Tenant> all() {
        return Tenant.listAll();
    }

    /** The tenant as changed; nothing where there is no such tenant. */
    @Transactional(rollbackOn = InvalidSettings.class)
    public Optional<Tenant> change(TenantId id, SettingsChange wanted) throws InvalidSettings {
        Optional<Tenant> tenant = Tenant.findByIdOptional(id.number());
        if (tenant.isPresent()) {
            tenant.get().settle(wanted.applyTo(tenant.get().settings()));
        }
        return tenant;
    }

    /** Tells nobody how many tenants there are. */
    private TenantId randomId() {
        return new TenantId(Math.max(1, random.nextLong() >>> 1));
    }
}
