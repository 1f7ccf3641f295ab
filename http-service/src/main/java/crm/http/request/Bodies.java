package crm.http.request;

import crm.http.problem.ProblemType;
import crm.http.problem.Problems;
import crm.http.problem.ServerProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Refuses a body that says it is too large before a byte of it is kept, in the same words as every refusal. */
@ApplicationScoped
public class Bodies {

    /** Most bytes of a body. */
    public static final int LARGEST = 10 << 20;

    /** After the request has its id, before whatever else might refuse a body in its own way. */
    private static final int SECOND = 9_000;

    void register(@Observes Filters filters) {
        filters.register(Bodies::judge, SECOND);
    }

    /** The rest of a body that is refused runs into the void, so that the sender comes to read the answer. */
    private static void judge(RoutingContext context) {
        if (isTooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            context.request().resume();
            ServerProblems.end(context, Problems.ofStatus(ProblemType.TOO_LARGE.status()));
        } else {
            context.next();
        }
    }

    static boolean isTooLarge(@Nullable String length) {
        if (length == null) {
            return false;
        }
        try {
            return Long.parseLong(length) > LARGEST;
        } catch (NumberFormatException beyondLong) {
            return true;
        }
    }
}
