package crm.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events sent by the client library of CloudEvents, in each of its modes. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EventClientTest {

    private final HttpClient client = HttpClient.newHttpClient();

    private Acme acme = new Acme("", "", "", "");

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void theSameEventInEveryModeIsOneRecord() throws IOException, InterruptedException {
        CloudEvent event = deal("deal-17");

        assertThat(binary(event)).contains("\"accepted\":1");
        assertThat(structured(event)).contains("\"duplicates\":1");
        assertThat(batched(event, event)).contains("\"duplicates\":2");
        acme.ingest().get("/v1/deals/{id}", "deal-17").then().statusCode(200);
    }

    @Test
    void aBatchMayTakeRecordsBack() throws IOException, InterruptedException {
        CloudEvent taken = CloudEventBuilder.v1()
                .withId("e-2")
                .withSource(URI.create("/shop"))
                .withType("crm.deal.deleted.v1")
                .withSubject("d-1")
                .withTime(OffsetDateTime.parse("2026-03-03T00:00:00Z"))
                .build();

        assertThat(batched(taken, deal("d-1"))).contains("\"accepted\":2");
        acme.ingest().get("/v1/deals/d-1").then().body("current.deleted", org.hamcrest.Matchers.equalTo(true));
    }

    @Test
    void whatIsNoEventIsToldByItsPlace() throws IOException, InterruptedException {
        assertThat(send("application/json", "{}", request())).contains("\"pointer\":\"/type\"", "\"status\":422");
    }

    private static CloudEvent deal(String id) {
        return CloudEventBuilder.v1()
                .withId("e-1")
                .withSource(URI.create("/shop"))
                .withType("crm.deal.v1")
                .withSubject(id)
                .withTime(OffsetDateTime.parse("2026-03-02T09:30:00Z"))
                .withExtension("traceparent", "00-1-2-01")
                .withData(
                        "application/json",
                        "{\"createdAt\":\"2026-03-02T09:30:00Z\",\"amount\":12.5}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private String binary(CloudEvent event) throws IOException, InterruptedException {
        HttpRequest.Builder request = request();
        AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
        writer(request, body).writeBinary(event);
        return send(request, body.get());
    }

    private String structured(CloudEvent event) throws IOException, InterruptedException {
        HttpRequest.Builder request = request();
        AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
        writer(request, body).writeStructured(event, JsonFormat.CONTENT_TYPE);
        return send(request, body.get());
    }

    private String batched(CloudEvent... events) throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder();
        for (CloudEvent event : events) {
            byte[] json = Objects.requireNonNull(
                            EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE))
                    .serialize(event);
            list.append(list.isEmpty() ? "[" : ",").append(new String(json, StandardCharsets.UTF_8));
        }
        return send("application/cloudevents-batch+json", list.append(']').toString(), request());
    }

    private static MessageWriter<?, ?> writer(HttpRequest.Builder request, AtomicReference<byte[]> body) {
        return HttpMessageFactory.createWriter(request::header, body::set);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/events"))
                .header("Authorization", "Bearer " + acme.ingestKey());
    }

    private String send(String type, String body, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return send(request.header("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    private String send(HttpRequest.Builder request, byte[] body) throws IOException, InterruptedException {
        return client.send(
                        request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
