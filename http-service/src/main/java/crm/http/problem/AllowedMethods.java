package crm.http.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/** Knows which methods a path takes, which whoever used another one has to be told. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** The value of the header Allow. */
    static String of(String path) {
        Set<String> methods = new TreeSet<>();
        RequestMapper<InitialMatch> resources = new RequestMapper<>(
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        @Nullable RequestMatch<InitialMatch> resource = resources.map(path);
        while (resource != null) {
            String rest = resource.remaining.isEmpty() ? "/" : resource.remaining;
            for (ServerRestHandler handler : resource.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    add(methods, routing, rest);
                }
            }
            resource = resources.continueMatching(path, resource);
        }
        return String.join(", ", methods);
    }

    private static void add(Set<String> methods, ClassRoutingHandler routing, String rest) {
        routing.getMappers().forEach((method, operations) -> {
            if (method != null && operations.map(rest) != null) {
                methods.add(method);
                if (method.equals("GET")) {
                    methods.add("HEAD");
                }
            }
        });
    }
}
