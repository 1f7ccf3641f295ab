package crm.report.metric;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crm.engine.store.StoreState;
import crm.report.table.Format;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers that were told before, as long as there is room for them. They never grow old: other data, other settings,
 * another day are another question, and what depends on the time of day is not kept.
 */
@ApplicationScoped
class KnownAnswers {

    /** What an answer takes beside its body and the texts of its question, about. */
    private static final int OTHER_BYTES = 4_000;

    private static final int BYTES_OF_A_CHARACTER = 2;

    private final Cache<Asked, Written> known;

    KnownAnswers(AnswersConfig limits) {
        this.known = Caffeine.newBuilder()
                .maximumWeight(limits.bytes())
                .weigher((Asked asked, Written written) -> asked.bytes() + written.body().length)
                .build();
    }

    Optional<Written> find(Asked asked) {
        return Optional.ofNullable(known.getIfPresent(asked));
    }

    void keep(Asked asked, Written written) {
        known.put(asked, written);
    }

    /** How many bytes are held, about. */
    long bytes() {
        known.cleanUp();
        return known.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    /**
     * Everything that an answer depends on.
     *
     * @param state of the store: which one, and how far it has followed the log
     * @param question as it was understood on this day, in the tenant's settings, whatever the time of day
     * @param partial whether the period was still running
     * @param given the parameters as they came, which stand in the answer's links
     */
    record Asked(
            TenantId tenant,
            StoreState state,
            Question question,
            boolean partial,
            Map<String, List<String>> given,
            Format format) {

        /** Nothing where the same data may be answered otherwise a moment later. */
        static Optional<Asked> of(
                TenantId tenant, StoreState state, Question question, Map<String, List<String>> given, Format format) {
            if (question.dependsOnNow()) {
                return Optional.empty();
            }
            return Optional.of(new Asked(
                    tenant, state, question.at(Instant.EPOCH), question.isPartial(), new TreeMap<>(given), format));
        }

        int bytes() {
            int characters = given.entrySet().stream()
                    .mapToInt(entry -> entry.getKey().length()
                            + entry.getValue().stream().mapToInt(String::length).sum())
                    .sum();
            return OTHER_BYTES + 2 * BYTES_OF_A_CHARACTER * characters;
        }
    }
}
