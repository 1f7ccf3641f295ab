package crm.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import crm.log.LogUnavailable;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Says which problem a failure is. */
public final class Problems {

    /** SQL states that begin so tell of a lost or refused connection. */
    private static final String CONNECTION_STATES = "08";

    private static final String POOL = "io.agroal.";

    private Problems() {}

    /**
     * The problem that {@code failure} is to the caller; what is not known is our own fault and stays inside. A bare
     * failure to read is the sender's, who broke off or sent too much.
     */
    public static Problem of(Throwable failure) {
        if (failure instanceof IOException) {
            return ofStatus(400);
        }
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            Problem problem = ifKnown(cause);
            if (problem != null) {
                return problem;
            }
        }
        return ofStatus(500);
    }

    /** The problem of a bare HTTP status. */
    public static Problem ofStatus(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return Problem.of(type, standardDetail(type));
    }

    private static @Nullable Problem ifKnown(Throwable failure) {
        return switch (failure) {
            case ProblemException refused -> refused.problem();
            case UnauthorizedException unauthorized -> ofStatus(401);
            case AuthenticationException notAuthenticated -> ofStatus(401);
            case ForbiddenException forbidden -> ofStatus(403);
            case WebApplicationException http
            when http.getResponse().getStatus() != 500 ->
                ofStatus(http.getResponse().getStatus());
            case JsonProcessingException unreadable -> ofStatus(400);
            case LogUnavailable away -> ofStatus(503);
            case RejectedExecutionException busy -> ofStatus(503);
            case TimeoutException slow -> ofStatus(503);
            case SQLException database when isAway(database) -> ofStatus(503);
            default -> null;
        };
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? isOfThePool(failure)
                : state.startsWith(CONNECTION_STATES)
                        || failure instanceof SQLTransientException
                        || failure instanceof SQLRecoverableException;
    }

    /** A pool that has no connection to give reports neither state nor kind; only where it comes from tells it. */
    private static boolean isOfThePool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || trace.length > 0 && trace[0].getClassName().startsWith(POOL);
    }

    private static @Nullable Throwable next(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == failure ? null : cause;
    }

    private static String standardDetail(ProblemType type) {
        return switch (type) {
            case UNREADABLE -> "The request is malformed.";
            case INVALID_PARAMETERS -> "See errors.";
            case UNAUTHENTICATED ->
                "Send a key as \"Authorization: Bearer <key>\", as \"X-API-Key: <key>\", or by HTTP Basic as key id and"
                        + " secret. The key sent is missing, wrong, expired or revoked.";
            case FORBIDDEN -> "The key is valid, but its scope does not cover this operation.";
            case NOT_FOUND -> "Nothing is found under this address.";
            case METHOD_NOT_ALLOWED -> "This method cannot be used here; the OpenAPI document lists those that can.";
            case NOT_ACCEPTABLE -> "None of the formats in the header Accept can be produced.";
            case CONFLICT -> "The present state of what is addressed forbids this.";
            case TOO_LARGE -> "The request exceeds a published limit.";
            case ADDRESS_TOO_LONG -> "Shorten the address, its parameters included.";
            case UNSUPPORTED_MEDIA_TYPE -> "The OpenAPI document lists the media types in which this body is taken.";
            case INVALID_CONTENT -> "See errors.";
            case TOO_MANY_REQUESTS -> "Wait as the header Retry-After says, then send the request again.";
            case HEADERS_TOO_LARGE -> "Send fewer or shorter headers.";
            case INTERNAL -> "The failure is recorded under the request's X-Request-Id.";
            case UNAVAILABLE -> "Nothing is lost. Wait as the header Retry-After says, then send the request again.";
            case NOT_YET_VISIBLE -> "Wait as the header Retry-After says, then ask again.";
        };
    }
}
