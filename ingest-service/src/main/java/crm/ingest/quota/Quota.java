package crm.ingest.quota;

import crm.ingest.limit.Limits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much a tenant may send.
 *
 * @param waitingRequests requests that may be on their way at one moment
 */
@Schema(description = "How much the tenant may send; more is answered with 429 and Retry-After, and nothing is stored.")
public record Quota(
        @Schema(description = "Requests a second, in the long run; for a moment five times as many.")
        int requestsPerSecond,

        @Schema(description = "Records a second, in the long run; for a moment five times as many.")
        int recordsPerSecond,

        @Schema(description = "Requests that may wait for their answer at one moment.")
        int waitingRequests) {

    /** Seconds without a request after which all of the quota is there again. */
    static final int SECONDS = 5;

    public Quota {
        if (requestsPerSecond < 1 || recordsPerSecond < 1 || waitingRequests < 1) {
            throw new IllegalArgumentException("a quota that lets nothing through");
        }
    }

    long requestsAtOnce() {
        return (long) requestsPerSecond * SECONDS;
    }

    /** Never less than one request may hold. */
    long recordsAtOnce() {
        return Math.max((long) recordsPerSecond * SECONDS, Limits.PUBLISHED.recordsInARequest());
    }
}
