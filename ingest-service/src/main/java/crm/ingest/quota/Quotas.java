package crm.ingest.quota;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import crm.tenant.TenantId;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What is left to each tenant of its quota. Every instance counts for itself. */
@ApplicationScoped
public class Quotas {

    /** Far longer than it takes until all of a quota is there again. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final LoadingCache<TenantId, Allowance> allowances;

    Quotas(QuotaSettings settings) {
        this.allowances = Caffeine.newBuilder()
                .expireAfterAccess(REMEMBERED)
                .build(tenant -> new Allowance(settings.of(tenant.toString()), TimeMeter.SYSTEM_NANOTIME));
    }

    /** What is left to this tenant. */
    public Allowance of(TenantId tenant) {
        return allowances.get(tenant);
    }
}
