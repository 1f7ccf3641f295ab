package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * A service as one of its clients sees it.
 *
 * @param url where it answers
 * @param key sent with each request; none where the client has none
 */
record Api(URI url, Optional<String> key) {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static Api at(URI url) {
        return new Api(url, Optional.empty());
    }

    Api with(String otherKey) {
        return new Api(url, Optional.of(otherKey));
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Reply post(String path, JsonNode body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()));
    }

    /** What the service answers; an unreachable service is an {@link UncheckedIOException}. */
    Reply send(String method, String path, BodyPublisher body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LIMIT)
                .method(method, body)
                .header("Content-Type", "application/json"));
    }

    /** What the service answers to a file, however long that takes. */
    Reply upload(String path, BodyPublisher csv) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).POST(csv).header("Content-Type", "text/csv"));
    }

    private Reply send(HttpRequest.Builder request) {
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            return Reply.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whether the service says that it can serve. */
    boolean isReady() {
        try {
            return get("/q/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
