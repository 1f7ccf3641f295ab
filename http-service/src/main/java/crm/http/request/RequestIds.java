package crm.http.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id, the caller's where it is harmless, echoes it and puts it into every log line. */
@ApplicationScoped
public class RequestIds {

    /** Header that carries the id both ways. */
    public static final String HEADER = "X-Request-Id";

    /** Name under which log lines show the id. */
    public static final String LOG_KEY = "requestId";

    /** Nothing that could forge or break a log line. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:@/+=-]{1,128}");

    /** Before everything that may refuse, so that refusals carry the id too. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
    }

    private void name(RoutingContext context) {
        String id = idFor(context.request().getHeader(HEADER));
        MDC.put(LOG_KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }

    static String idFor(@Nullable String given) {
        return given != null && HARMLESS.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
