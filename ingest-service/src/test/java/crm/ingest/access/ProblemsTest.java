package crm.ingest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told as a problem: never HTML, a stack trace or nothing. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ProblemsTest {

    private Acme acme = new Acme("", "", "", "");

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nowhere", "/v1", "/v1/", "/v1/a/b/c/d", "/v2/deals", "/q/nowhere", "/favicon.ico", "/%00"
            })
    void anUnknownPathIsNotFound(String path) {
        problem(given().urlEncodingEnabled(false).get(path).then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dealz", "Deals", "deal", "event"})
    void anUnknownCollectionIsNotFound(String collection) {
        problem(acme.ingest().body("{}").post("/v1/" + collection).then(), 404, "not-found");
        problem(acme.ingest().get("/v1/" + collection + "/x").then(), 404, "not-found");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        problem(acme.ingest().put("/v1/deals").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("POST"));
        problem(acme.ingest().patch("/v1/deals/d-1").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("DELETE, GET, HEAD"));
        problem(acme.ingest().delete("/v1/limits").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD"));
    }

    @Test
    void anotherFormatIsNotAcceptable() {
        problem(acme.ingest().accept("text/html").body("{}").post("/v1/deals").then(), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/html",
                "application/xml",
                "multipart/form-data",
                "application/json; charset=UTF-16"
            })
    void anotherMediaTypeIsRefused(String type) {
        problem(
                given().header("X-API-Key", acme.ingestKey())
                        .header("Content-Type", type)
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/deals")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip"})
    void anotherPackingThanGzipIsRefused(String encoding) {
        problem(
                acme.ingest()
                        .header("Content-Encoding", encoding)
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/deals")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{}", "", "{} {}", "<a/>"})
    void whatIsNotJsonIsUnreadable(String body) {
        problem(acme.ingest().body(body).post("/v1/deals").then(), 400, "unreadable");
        problem(Acme.admin().body(body).post("/v1/tenants").then(), 400, "unreadable");
    }

    @Test
    void aBodyOfTenMebibytesIsTakenAndOneMoreByteIsTooLarge() {
        byte[] most = (" ".repeat((10 << 20) - 2) + "[]").getBytes(StandardCharsets.UTF_8);
        byte[] more = (" ".repeat((10 << 20) - 1) + "[]").getBytes(StandardCharsets.UTF_8);

        acme.ingest()
                .body(most)
                .post("/v1/deals")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(202);
        problem(acme.ingest().body(more).post("/v1/deals").then(), 413, "too-large");
    }

    @Test
    void aBodyInChunksCannotBeLargerEither() throws IOException {
        String head = "POST /v1/deals HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + acme.ingestKey()
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "100000\r\n" + " ".repeat(1 << 20) + "\r\n";

        assertThat(talk(head, chunk, 10, "2\r\n[]\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("urn:problem-type:crm:too-large");
        assertThat(talk(head, chunk, 17, "")).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/deals/%ff", "/v1/deals/%c0%80"})
    void aPathThatCannotBeDecodedIsAProblem(String path) throws IOException {
        String answer = talk(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + acme.ingestKey()
                        + "\r\nConnection: close\r\n\r\n",
                "",
                0,
                "");

        assertThat(answer).matches("(?s)HTTP/1.1 40[04].*").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%zz", "/v1/deals/%", "/v1/deals?x=%2", "/v1/<deals>", "/v1/deals?x={}"})
    void whatIsNoAddressIsAProblem(String address) throws IOException {
        String answer = talk("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "", 0, "");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:problem-type:crm:unreadable", "X-Request-Id");
    }

    @Test
    void anAddressAndHeadersHaveAnEnd() throws IOException {
        String end = "Host: localhost\r\nConnection: close\r\n\r\n";

        assertThat(talk("GET /v1/deals?x=" + "x".repeat(33_000) + " HTTP/1.1\r\n" + end, "", 0, ""))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "urn:problem-type:crm:address-too-long");
        assertThat(talk("GET /v1/deals HTTP/1.1\r\nX-Long: " + "x".repeat(21_000) + "\r\n" + end, "", 0, ""))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "urn:problem-type:crm:headers-too-large");
    }

    @Test
    void theRequestIdIsEchoed() {
        given().header("X-Request-Id", "abc-1").get("/nowhere").then().header("X-Request-Id", "abc-1");
        acme.ingest()
                .header("X-Request-Id", "abc-2")
                .get("/v1/deals/none")
                .then()
                .header("X-Request-Id", "abc-2");
    }

    @Test
    void aRequestIdThatCouldForgeLogLinesIsReplaced() {
        given().header("X-Request-Id", "${jndi:ldap://x} y")
                .get("/nowhere")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String type) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", matchesPattern(".+"))
                .body("type", equalTo("urn:problem-type:crm:" + type))
                .body("status", equalTo(status))
                .body("", hasKey("title"))
                .body("", hasKey("detail"))
                .body("", hasKey("errors"))
                .body("detail", not(containsString("java")));
    }

    /** Sends bytes that a well-behaved client would not, and reads what comes until the server closes or falls silent. */
    private static String talk(String head, String chunk, int chunks, String end) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                for (int i = 0; i < chunks; i++) {
                    out.write(chunk.getBytes(StandardCharsets.ISO_8859_1));
                }
                out.write(end.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException serverHadEnough) {
                // its answer was sent before it closed
            }
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                text.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException silentOrReset) {
            // what came before it counts
        }
        return text.toString();
    }
}
