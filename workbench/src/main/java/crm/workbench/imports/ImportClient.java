package crm.workbench.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crm.workbench.launch.LaunchFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Asks the ingest-service for what an import needs. */
final class ImportClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ImportOrder order;

    ImportClient(ImportOrder order) {
        this.order = order;
    }

    /** Sends the file and tells the import, which runs from then on by itself. */
    JsonNode upload(LongConsumer watcher) {
        String mapping = order.mapping()
                .map(name -> "?mapping=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .orElse("");
        HttpRequest request = request("/v1/imports/" + order.collection() + mapping)
                .header("Content-Type", "text/csv")
                .POST(body(watcher))
                .build();
        return json(send(request), 202);
    }

    private BodyPublisher body(LongConsumer watcher) {
        try {
            long size = Files.size(order.file());
            if (size == 0) {
                throw new LaunchFailed(order.file() + " is empty.");
            }
            return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(watcher)), size);
        } catch (IOException failed) {
            throw new LaunchFailed("cannot read " + order.file(), failed);
        }
    }

    private InputStream open(LongConsumer watcher) {
        try {
            return new WatchedFile(Files.newInputStream(order.file()), watcher);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How far an import is. */
    JsonNode show(String self) {
        return json(send(request(self).timeout(LIMIT).GET().build()), 200);
    }

    /** Writes the refused rows into a file. */
    void saveErrors(String errors, Path file) {
        HttpRequest request = request(errors).timeout(LIMIT).GET().build();
        try {
            HttpResponse<Path> saved = client.send(request, BodyHandlers.ofFile(file));
            if (saved.statusCode() != 200) {
                throw new LaunchFailed("the refused rows could not be fetched (" + saved.statusCode() + ")");
            }
        } catch (IOException failed) {
            throw new LaunchFailed("cannot write " + file + ": " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", interrupted);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(order.service() + path))
                .header("Authorization", "Bearer " + order.key());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new LaunchFailed("No answer from " + order.service() + ": " + failed + ". Is it running?", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", interrupted);
        }
    }

    private static JsonNode json(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new LaunchFailed(ImportRefusal.told(answer.statusCode(), parsed(answer.body())));
        }
        return parsed(answer.body());
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode().put("detail", body);
        }
    }
}
