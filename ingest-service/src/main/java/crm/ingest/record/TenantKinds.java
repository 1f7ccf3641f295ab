package crm.ingest.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crm.record.CustomField;
import crm.record.RecordKind;
import crm.tenant.FieldDefinition;
import crm.tenant.FieldDefinitions;
import crm.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds as tenants have them, with the fields they registered; a change is seen within a second. */
@ApplicationScoped
public class TenantKinds {

    static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final FieldDefinitions definitions;
    private final Cache<TenantId, Map<String, List<CustomField>>> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

    TenantKinds(FieldDefinitions definitions) {
        this.definitions = definitions;
    }

    /** Turns a kind into the tenant's; at once where that is known, else looked up beside the event loop. */
    public Uni<UnaryOperator<RecordKind>> of(TenantId tenant) {
        @Nullable Map<String, List<CustomField>> fields = known.getIfPresent(tenant);
        return fields == null
                ? Uni.createFrom()
                        .item(() -> with(known.get(tenant, this::read)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                : Uni.createFrom().item(with(fields));
    }

    private Map<String, List<CustomField>> read(TenantId tenant) {
        return definitions.all(tenant).stream()
                .collect(Collectors.groupingBy(
                        FieldDefinition::collection,
                        Collectors.mapping(FieldDefinition::field, Collectors.toUnmodifiableList())));
    }

    private static UnaryOperator<RecordKind> with(Map<String, List<CustomField>> fields) {
        return kind -> {
            List<CustomField> own = fields.getOrDefault(kind.collection(), List.of());
            return own.isEmpty() ? kind : kind.withCustomFields(own);
        };
    }
}
