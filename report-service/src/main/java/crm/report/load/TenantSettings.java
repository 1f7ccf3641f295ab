package crm.report.load;

import crm.log.LogReader;
import crm.tenant.Rules;
import crm.tenant.Tenant;
import crm.tenant.TenantId;
import crm.tenant.TenantRules;
import crm.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Looks up the settings that tenants' rows depend on. */
@ApplicationScoped
class TenantSettings {

    private final LogReader log;
    private final Tenants tenants;
    private final TenantRules rules;

    TenantSettings(LogReader log, Tenants tenants, TenantRules rules) {
        this.log = log;
        this.tenants = tenants;
        this.rules = rules;
    }

    Map<TenantId, LoadSettings> ofAllTenants() {
        Map<TenantId, Rules> said = rules.ofAllTenants();
        Map<TenantId, LoadSettings> settings = new HashMap<>();
        Map<TenantId, Long> generations = log.generationsOfAllTenants();
        tenants.all()
                .forEach(tenant -> settings.put(
                        tenant.id(), of(tenant, said.getOrDefault(tenant.id(), Rules.USUAL), generations)));
        return settings;
    }

    LoadSettings of(TenantId tenant) {
        return tenants.find(tenant)
                .map(found -> of(found, rules.of(tenant), log.generationsOfAllTenants()))
                .orElseThrow(() -> new IllegalStateException("a log without its tenant: " + tenant));
    }

    private static LoadSettings of(Tenant tenant, Rules rules, Map<TenantId, Long> generations) {
        return new LoadSettings(
                tenant.settings().timeZone(),
                tenant.settings().currency().getCurrencyCode(),
                rules,
                generations.getOrDefault(tenant.id(), 0L));
    }
}
