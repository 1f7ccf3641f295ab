package crm.http.request;

import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;

/** Knows requests whose bodies may be larger than others', because they are never held whole. */
@FunctionalInterface
public interface LargeBodies {

    /** Most bytes of the request's body; nothing where it is a request like others. */
    OptionalLong largest(HttpServerRequest request);
}
