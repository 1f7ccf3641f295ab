package crm.ingest.quota;

/**
 * The quota, and what is left of it, as the headers of an answer tell it.
 *
 * @param policy value of {@code RateLimit-Policy}
 * @param left value of {@code RateLimit}
 */
public record RateLimit(String policy, String left) {

    public static final String POLICY_HEADER = "RateLimit-Policy";
    public static final String LEFT_HEADER = "RateLimit";

    static RateLimit of(Quota quota, long requests, long records) {
        return new RateLimit(
                policy("requests", quota.requestsAtOnce(), quota.requestsPerSecond()) + ", "
                        + policy("records", quota.recordsAtOnce(), quota.recordsPerSecond()),
                left("requests", requests, quota.requestsAtOnce(), quota.requestsPerSecond()) + ", "
                        + left("records", records, quota.recordsAtOnce(), quota.recordsPerSecond()));
    }

    /** So many in so many seconds. */
    private static String policy(String name, long atOnce, int perSecond) {
        return '"' + name + "\";q=" + atOnce + ";w=" + Math.ceilDiv(atOnce, perSecond);
    }

    /** So many are left, and in so many seconds all are there again. */
    private static String left(String name, long left, long atOnce, int perSecond) {
        long count = Math.max(0, left);
        return '"' + name + "\";r=" + count + ";t=" + Math.ceilDiv(atOnce - count, perSecond);
    }
}
