package crm.ingest.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.tenant.Settings;
import crm.tenant.Tenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it is shown.
 *
 * @param fiscalYearStart month, 1 to 12
 * @param keys the first keys, told when the tenant is made and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantView(
        String id,
        String name,
        String timeZone,
        String currency,
        String weekStart,
        int fiscalYearStart,
        Instant createdAt,
        @Nullable FirstKeys keys) {

    /** One key to send records, one to ask for reports. */
    public record FirstKeys(String ingest, String report) {}

    static TenantView of(Tenant tenant) {
        return of(tenant, null);
    }

    static TenantView of(Tenant tenant, @Nullable FirstKeys keys) {
        Settings settings = tenant.settings();
        return new TenantView(
                tenant.id().toString(),
                settings.name(),
                settings.timeZone().getId(),
                settings.currency().getCurrencyCode(),
                settings.weekStartText(),
                settings.fiscalYearStart().getValue(),
                tenant.createdAt(),
                keys);
    }
}
