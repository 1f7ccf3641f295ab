package crm.report.metric;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.tenant.Rules;
import crm.tenant.Settings;
import crm.tenant.TenantId;
import crm.tenant.TenantRules;
import crm.tenant.Tenants;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** The settings and rules of tenants, looked up again after seconds. While the database is away the last known ones hold. */
@ApplicationScoped
class KnownTenants {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final LoadingCache<TenantId, Optional<Known>> known;

    /** What questions of a tenant mean where they do not say. */
    record Known(Settings settings, Rules rules) {}

    @Inject
    KnownTenants(Tenants tenants, TenantRules rules) {
        this(tenant -> tenants.find(tenant).map(found -> new Known(found.settings(), rules.of(tenant))));
    }

    KnownTenants(CacheLoader<TenantId, Optional<Known>> lookUp) {
        this.known = Caffeine.newBuilder()
                .refreshAfterWrite(FRESH)
                .maximumSize(MOST)
                .executor(Infrastructure.getDefaultExecutor())
                .build(lookUp);
    }

    Known of(TenantId tenant) {
        return known.get(tenant).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such tenant."));
    }
}
