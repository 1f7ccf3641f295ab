package crm.http.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Tells a problem where the HTTP server refuses before, or without, any resource: bad paths, bodies too large. */
@ApplicationScoped
public class ServerProblems {

    private static final Logger LOG = Logger.getLogger(ServerProblems.class);

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::tell);
        router.route().order(Integer.MAX_VALUE).handler(context -> end(context, Problems.ofStatus(404)));
    }

    private void tell(RoutingContext context) {
        if (context.response().closed()) {
            return;
        }
        Throwable failure = context.failure();
        Problem problem = context.statusCode() > 0 && context.statusCode() != 500 || failure == null
                ? Problems.ofStatus(context.statusCode())
                : Problems.of(failure);
        if (problem.type() == ProblemType.INTERNAL) {
            LOG.error("request failed", failure);
        }
        end(context, problem);
    }

    /** Answers with {@code problem}, unless an answer has begun. */
    public static void end(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        ProblemHeaders.of(problem.type()).forEach(response::putHeader);
        response.end(Buffer.buffer(ProblemJson.of(problem)));
    }
}
