package crm.ingest.imports;

import crm.http.request.LargeBodies;
import crm.ingest.limit.FileLimits;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** Files may be larger than other bodies: they go to the database piece by piece. */
@Singleton
class LargeFiles implements LargeBodies {

    private static final String PATH = "/v1/imports/";

    private final ImportSettings settings;

    LargeFiles(ImportSettings settings) {
        this.settings = settings;
    }

    /** What is published of them. */
    @Produces
    FileLimits published() {
        return new FileLimits(settings.largest().asLongValue(), settings.waiting(), settings.refusedRows());
    }

    @Override
    public OptionalLong largest(HttpServerRequest request) {
        String path = request.path();
        boolean file = request.method().equals(HttpMethod.POST) && path != null && path.startsWith(PATH);
        return file ? OptionalLong.of(settings.largest().asLongValue()) : OptionalLong.empty();
    }
}
