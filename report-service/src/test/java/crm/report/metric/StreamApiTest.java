package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import crm.report.world.Company;
import crm.report.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A metric that is watched over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class StreamApiTest {

    private static final String STREAM = "/v1/metrics/close-rate/stream?from=2025-01-01&to=2026-01-01";
    private static final String WON =
            "{\"status\":\"won\",\"amount\":1,\"createdAt\":\"2025-01-01T00:00:00Z\",\"closedAt\":\"2025-02-01T00:00:00Z\"}";

    private Company acme;
    private long position;

    @BeforeEach
    void oneDealIsWon() {
        acme = Company.in("UTC");
        position = acme.with("deals", "d-1", WON).append();
    }

    @Test
    @Timeout(60)
    void theAnswerComesAgainWhenItChanges() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + STREAM + "&wait=20&minPosition=" + position))
                .header("Authorization", "Bearer " + acme.key())
                .header("Accept", "text/event-stream")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/event-stream");
                assertThat(next(lines))
                        .contains("event:answer\n", "id:" + position + ":", "data:{\"metric\":\"close-rate\"")
                        .contains("\"numerator\":1,");

                acme.with("deals", "d-2", WON).append();

                assertThat(next(lines)).contains("\"numerator\":2,");
            }
            client.shutdownNow();
        }
    }

    /** The lines of the next event that has data. */
    private static String next(BufferedReader lines) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                event.append(line).append('\n');
            } else if (event.indexOf("data:") >= 0) {
                return event.toString();
            } else {
                event.setLength(0);
            }
        }
        throw new AssertionError("the stream ended after " + event);
    }

    @Test
    void whatIsWrongIsToldAsAProblem() {
        acme.asking()
                .accept("text/event-stream")
                .get("/v1/metrics/close-rate/stream?period=someday&typo=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.size()", equalTo(2));
        RestAssured.given()
                .accept("text/event-stream")
                .get(STREAM)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        acme.asking()
                .accept("text/event-stream")
                .get("/v1/metrics/no-such-metric/stream?period=today")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
