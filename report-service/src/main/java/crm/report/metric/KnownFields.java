package crm.report.metric;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crm.tenant.FieldDefinitions;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registered fields of tenants, looked up again after a second. While the database is away the last ones hold. */
@ApplicationScoped
class KnownFields {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final FieldDefinitions definitions;
    private final Cache<TenantId, OwnFields> fresh =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    private final Cache<TenantId, OwnFields> last =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KnownFields(FieldDefinitions definitions) {
        this.definitions = definitions;
    }

    /** What may be asked of the tenant's own fields; nothing is looked up for a question that names none. */
    OwnFields of(TenantId tenant, Map<String, List<String>> given) {
        boolean named = given.entrySet().stream()
                .anyMatch(entry -> OwnFields.isNamedIn(entry.getKey())
                        || entry.getValue().stream().anyMatch(OwnFields::isNamedIn));
        return named ? of(tenant) : OwnFields.NONE;
    }

    private OwnFields of(TenantId tenant) {
        try {
            return fresh.get(tenant, this::read);
        } catch (RuntimeException databaseAway) {
            @Nullable OwnFields before = last.getIfPresent(tenant);
            if (before == null) {
                throw databaseAway;
            }
            return before;
        }
    }

    private OwnFields read(TenantId tenant) {
        OwnFields fields = new OwnFields(definitions.all(tenant));
        last.put(tenant, fields);
        return fields;
    }
}
