package crm.http.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 tells it, with everything that is wrong at once.
 *
 * @param detail what is wrong this time, in words that give away nothing of the inside
 * @param instance names this occurrence, where something does
 */
public record Problem(
        ProblemType type, String detail, @Nullable String instance, List<Violation> errors) {

    /** Media type of every answer that is a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a passing problem is worth another try. */
    public static final int RETRY_AFTER_SECONDS = 1;

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null, List.of());
    }

    public static Problem of(ProblemType type, String detail, List<Violation> errors) {
        return new Problem(type, detail, null, errors);
    }

    public int status() {
        return type.status();
    }
}
