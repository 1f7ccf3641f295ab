package crm.http.request;

import crm.http.problem.Problem;
import crm.http.problem.ProblemType;
import crm.http.problem.ServerProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** Refuses addresses that are none, and addresses and headers that are too long, before anything else reads them. */
@ApplicationScoped
public class Addresses {

    /** Most bytes of a request's first line: enough for a filter of a thousand members. */
    public static final int LONGEST_FIRST_LINE = 32 << 10;

    /** Most bytes of all headers together, without what ends their lines. */
    public static final int LONGEST_HEADERS = 8 << 10;

    private static final int SPACES_OF_THE_FIRST_LINE = 2;
    private static final int PROTOCOL = "HTTP/1.1".length();
    private static final int COLON_AND_SPACE = 2;

    /** After the request has its id. */
    private static final int SECOND = 9_500;

    void register(@Observes Filters filters) {
        filters.register(this::judge, SECOND);
    }

    private void judge(RoutingContext context) {
        Optional<Problem> wrong = wrongWith(context.request());
        if (wrong.isEmpty()) {
            context.next();
        } else {
            context.request().resume();
            ServerProblems.end(context, wrong.get());
        }
    }

    private static Optional<Problem> wrongWith(HttpServerRequest request) {
        if (firstLine(request) > LONGEST_FIRST_LINE) {
            return Optional.of(Problem.of(
                    ProblemType.ADDRESS_TOO_LONG,
                    "Method, address with parameters and protocol have at most " + LONGEST_FIRST_LINE + " bytes."));
        }
        if (headers(request) > LONGEST_HEADERS) {
            return Optional.of(Problem.of(
                    ProblemType.HEADERS_TOO_LARGE, "All headers together have at most " + LONGEST_HEADERS + " bytes."));
        }
        return isAddress(request.uri())
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemType.UNREADABLE, "The address is malformed."));
    }

    private static int firstLine(HttpServerRequest request) {
        return request.method().name().length() + request.uri().length() + SPACES_OF_THE_FIRST_LINE + PROTOCOL;
    }

    private static int headers(HttpServerRequest request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length()
                    + COLON_AND_SPACE
                    + header.getValue().length();
        }
        return length;
    }

    static boolean isAddress(String text) {
        try {
            return new URI(text).getRawPath() != null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
