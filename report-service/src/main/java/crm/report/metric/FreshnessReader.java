package crm.report.metric;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what an answer must contain, {@code minPosition}, and how long to {@code wait} for it; and what it must not:
 * whatever came after {@code asOf}.
 */
final class FreshnessReader {

    /** Those of the parameters that change nothing in the answer. */
    static final Set<String> NAMES = Set.of("minPosition", "wait");

    static final String AS_OF = "asOf";

    private static final int USUAL_SECONDS = 2;
    private static final int MOST_SECONDS = 30;

    private FreshnessReader() {}

    static Freshness read(Parameters parameters) {
        long position = parameters
                .one("minPosition", "invalid_number", "a position of the log", FreshnessReader::position)
                .orElse(0L);
        int seconds = parameters.number("wait", 0, MOST_SECONDS).orElse(USUAL_SECONDS);
        Optional<AsOf> asOf = parameters.one(
                AS_OF,
                "invalid_time",
                "a position of the log, or a time with offset such as 2026-01-31T12:00:00Z",
                AsOf::named);
        return new Freshness(position, Duration.ofSeconds(seconds), asOf);
    }

    private static Optional<Long> position(String text) {
        try {
            return Optional.of(Long.valueOf(text)).filter(position -> position >= 0);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /**
     * What an answer must contain.
     *
     * @param position the tenant's log up to here; 0 asks for nothing
     * @param patience how long to wait for it
     * @param asOf the state of the data to answer from; the present one where it is absent
     */
    record Freshness(long position, Duration patience, Optional<AsOf> asOf) {}
}
