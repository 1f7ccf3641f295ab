package crm.ingest.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is left to one tenant of its quota, at this moment and on this instance. */
public final class Allowance {

    private static final long NANOSECONDS = 1_000_000_000L;

    private final Quota quota;
    private final Bucket requests;
    private final Bucket records;
    private final AtomicInteger waiting = new AtomicInteger();

    Allowance(Quota quota, TimeMeter clock) {
        this.quota = quota;
        this.requests = bucket(quota.requestsAtOnce(), quota.requestsPerSecond(), clock);
        this.records = bucket(quota.recordsAtOnce(), quota.recordsPerSecond(), clock);
    }

    private static Bucket bucket(long atOnce, int perSecond, TimeMeter clock) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** The quota of which this is left. */
    public Quota quota() {
        return quota;
    }

    /** Lets a request in, which must {@link #leave} when it has its answer. */
    public void enter() {
        if (waiting.incrementAndGet() > quota.waitingRequests()) {
            waiting.decrementAndGet();
            throw new QuotaExceeded(
                    "At most " + quota.waitingRequests() + " requests of a tenant may wait at one moment.",
                    1,
                    headers());
        }
        try {
            take(requests, 1, "The tenant may send " + quota.requestsPerSecond() + " requests a second.");
        } catch (QuotaExceeded tooMany) {
            waiting.decrementAndGet();
            throw tooMany;
        }
    }

    /** Makes room for the next request. */
    public void leave() {
        waiting.decrementAndGet();
    }

    /** Takes so many records from what is left, or none where that is less. */
    public void spend(int count) {
        if (count > 0) {
            take(records, count, "The tenant may send " + quota.recordsPerSecond() + " records a second.");
        }
    }

    /** Takes so many records from what is left, and answers nothing to wait; else takes none, and tells until when. */
    public Duration spendOrWait(int count) {
        return count == 0
                ? Duration.ZERO
                : Duration.ofNanos(records.tryConsumeAndReturnRemaining(count).getNanosToWaitForRefill());
    }

    private void take(Bucket bucket, long count, String detail) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(count);
        if (!probe.isConsumed()) {
            throw new QuotaExceeded(
                    detail, Math.ceilDiv(Math.max(1, probe.getNanosToWaitForRefill()), NANOSECONDS), headers());
        }
    }

    /** What is left, as answers tell it. */
    public RateLimit headers() {
        return RateLimit.of(quota, requests.getAvailableTokens(), records.getAvailableTokens());
    }
}
