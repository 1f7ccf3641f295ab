package crm.http.problem;

import java.util.Map;

/** The headers that a problem's status asks for. */
final class ProblemHeaders {

    private static final String CHALLENGE = "Bearer realm=\"crm\", Basic realm=\"crm\", charset=\"UTF-8\"";

    private ProblemHeaders() {}

    static Map<String, String> of(ProblemType type) {
        if (type == ProblemType.UNAUTHENTICATED) {
            return Map.of("WWW-Authenticate", CHALLENGE);
        }
        return type.passes() ? Map.of("Retry-After", Integer.toString(Problem.RETRY_AFTER_SECONDS)) : Map.of();
    }
}
