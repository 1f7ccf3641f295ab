package crm.http.problem;

import java.util.Locale;
import java.util.stream.Stream;

/** Every kind of problem the services tell, with the address that names it for good. */
public enum ProblemType {
    UNREADABLE(400, "The request cannot be read"),
    INVALID_PARAMETERS(400, "Parameters are wrong"),
    UNAUTHENTICATED(401, "A valid key is needed"),
    FORBIDDEN(403, "The key may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method cannot be used here"),
    NOT_ACCEPTABLE(406, "No acceptable format"),
    CONFLICT(409, "The present state forbids it"),
    TOO_LARGE(413, "The request is too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not taken"),
    INVALID_CONTENT(422, "The content is wrong"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "The service failed"),
    UNAVAILABLE(503, "The service cannot answer now"),
    NOT_YET_VISIBLE(503, "The data asked for is not visible yet");

    private static final String NAMESPACE = "urn:problem-type:crm:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable {@code type}: {@code urn:problem-type:crm:not-found}. */
    public String uri() {
        return NAMESPACE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the same request may succeed later, so that the answer says when to try. */
    public boolean passes() {
        return status == 429 || status == 503;
    }

    /** The most general type of an HTTP status; other client errors are unreadable requests, the rest are ours. */
    public static ProblemType ofStatus(int status) {
        return Stream.of(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? UNREADABLE : INTERNAL);
    }
}
