package crm.ingest.imports;

import crm.http.request.LargeBodies;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** Files may be larger than other bodies: they go to the database piece by piece. */
@Singleton
class LargeFiles implements LargeBodies {

    private static final String PATH = "/v1/imports/";

    private final long largest;

    LargeFiles(ImportSettings settings) {
        this.largest = settings.largest().asLongValue();
    }

    @Override
    public OptionalLong largest(HttpServerRequest request) {
        String path = request.path();
        boolean file = request.method().equals(HttpMethod.POST) && path != null && path.startsWith(PATH);
        return file ? OptionalLong.of(largest) : OptionalLong.empty();
    }
}
