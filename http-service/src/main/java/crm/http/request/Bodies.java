package crm.http.request;

import crm.http.problem.ProblemType;
import crm.http.problem.Problems;
import crm.http.problem.ServerProblems;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Refuses a body that says it is too large before a byte of it is kept, in the same words as every refusal. */
@ApplicationScoped
public class Bodies {

    /** Most bytes of a body, unless {@link LargeBodies} knows better. */
    public static final int LARGEST = 10 << 20;

    /** The server breaks off without a word; so it does that later than where the limit can be told. */
    private static final int BEYOND = 6 << 20;

    /** After the request has its id, before whatever else might refuse a body in its own way. */
    private static final int SECOND = 9_000;

    /** After the server's own limit, which is one for all addresses. */
    private static final int LAST = 1;

    private final List<LargeBodies> exceptions;

    Bodies(@All List<LargeBodies> exceptions) {
        this.exceptions = exceptions;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, SECOND);
        filters.register(this::limit, LAST);
    }

    /** The rest of a body that is refused runs into the void, so that the sender comes to read the answer. */
    private void judge(RoutingContext context) {
        if (isTooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH), largest(context.request()))) {
            context.request().resume();
            ServerProblems.end(context, Problems.ofStatus(ProblemType.TOO_LARGE.status()));
        } else {
            context.next();
        }
    }

    /** A body that does not say how large it is is counted while it is read. */
    private void limit(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest(context.request()) + BEYOND);
        }
        context.next();
    }

    private long largest(HttpServerRequest request) {
        return exceptions.stream()
                .map(exception -> exception.largest(request))
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElse(LARGEST);
    }

    static boolean isTooLarge(@Nullable String length, long largest) {
        if (length == null) {
            return false;
        }
        try {
            return Long.parseLong(length) > largest;
        } catch (NumberFormatException beyondLong) {
            return true;
        }
    }
}
