package crm.ingest.quota;

/** Ends a request of a tenant that has sent more than it may. Nothing of it is stored. */
public final class QuotaExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long secondsToWait;
    private final transient RateLimit left;

    QuotaExceeded(String detail, long secondsToWait, RateLimit left) {
        super(detail, null, false, false);
        this.secondsToWait = secondsToWait;
        this.left = left;
    }

    /** Seconds after which the same request would be let in. */
    public long secondsToWait() {
        return secondsToWait;
    }

    RateLimit left() {
        return left;
    }
}
