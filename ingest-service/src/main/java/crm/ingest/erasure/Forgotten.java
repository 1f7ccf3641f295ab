package crm.ingest.erasure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crm.log.LogRewriter;
import crm.tenant.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Remembers what each tenant must not know again. The log itself tells when a memory is out of date, so that a tenant who
 * never erased anybody costs nothing.
 */
@ApplicationScoped
public class Forgotten {

    private static final int MOST_TENANTS = 10_000;

    private final LogRewriter rewriter;
    private final Cache<TenantId, Memory> memories =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

    public Forgotten(LogRewriter rewriter) {
        this.rewriter = rewriter;
    }

    /** The memory as this instance has it; that of a tenant who erased nobody where it has none. */
    public Memory of(TenantId tenant) {
        return Optional.ofNullable(memories.getIfPresent(tenant)).orElse(Memory.EMPTY);
    }

    /** Reads it anew. The generation first: who was erased since then makes it out of date again. */
    public Memory refresh(TenantId tenant) {
        long generation = rewriter.generation(tenant);
        Memory memory = QuarkusTransaction.requiringNew().call(() -> read(tenant, generation));
        memories.put(tenant, memory);
        return memory;
    }

    private static Memory read(TenantId tenant, long generation) {
        Map<String, String> pseudonyms =
                Erased.all(tenant).stream().collect(Collectors.toMap(Erased::hex, Erased::pseudonym));
        return ErasureSecret.find(tenant)
                .map(hashes -> new Memory(generation, hashes, pseudonyms))
                .orElse(Memory.EMPTY);
    }
}
