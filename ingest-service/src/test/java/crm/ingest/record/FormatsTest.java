package crm.ingest.record;

import static crm.ingest.record.Verdicting.gzip;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import crm.ingest.openapi.RecordBodies;
import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records sent in each of the formats. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FormatsTest {

    private static final String DEALS = "id;createdAt;amount\nd-1;2026-03-02T09:30:00Z;12.50\n";

    private Acme acme = new Acme("", "", "", "");

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void theExamplesOfTheDocumentAreTakenAndMeanTheSameInEveryFormat() {
        for (RecordKind kind : RecordKinds.all()) {
            push(kind.collection(), "text/csv", RecordBodies.csv(kind))
                    .statusCode(202)
                    .body("accepted", equalTo(1));
            push(kind.collection(), "application/x-ndjson", RecordBodies.ndjson(kind))
                    .statusCode(202)
                    .body("duplicates", equalTo(1));
            push(kind.collection(), "application/jsonl", RecordBodies.ndjson(kind))
                    .statusCode(202)
                    .body("duplicates", equalTo(1));
            push(kind.collection(), "application/json; charset=utf-8", RecordBodies.ndjson(kind))
                    .statusCode(202)
                    .body("duplicates", equalTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void aBodyMayBePacked(String encoding) {
        request("text/csv")
                .header("Content-Encoding", encoding)
                .body(gzip(Verdicting.bytes(DEALS)))
                .post("/v1/deals")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        push("deals", "text/csv", DEALS).body("duplicates", equalTo(1));
    }

    @Test
    void aBodyThatUnpacksToMoreThanIsTakenIsTooLarge() {
        request("application/json")
                .header("Content-Encoding", "gzip")
                .body(gzip(new byte[60 << 20]))
                .post("/v1/deals")
                .then()
                .statusCode(400);
        request("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(gzip(" ".repeat(60 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .post("/v1/deals")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void goodLinesAndRowsOfAMixedBodyAreKept() {
        push("teams", "application/x-ndjson", "{\"id\":\"t-1\",\"name\":\"N\"}\n{\"id\":\n{\"id\":\"t-2\"}")
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("errors.index", contains(1, 2))
                .body("errors.code", contains("invalid_json", "missing"));
        push("teams", "text/csv", "id,name\nt-3,N\nt-4\nt-5,N\n")
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("errors.index", contains(1))
                .body("errors.id", contains("t-4"))
                .body("errors.code", contains("wrong_cell_count"));
    }

    @Test
    void aWrongHeaderIsToldOnceAndNothingIsStored() {
        push("teams", "text/csv", "id,nmae\nt-1,N\nt-2,N\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.size()", equalTo(2))
                .body("errors.pointer", hasItems("/nmae", "/name"))
                .body("errors.code", hasItems("unknown_field", "missing"));
        push("teams", "text/csv", "id,name\nt-1,N\n").body("position", equalTo(1));
    }

    @Test
    void anotherCharsetIsRefusedInWords() {
        push("teams", "text/csv; charset=iso-8859-1", "id,name\nt-1,N\n")
                .statusCode(415)
                .body("detail", containsString("UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "text/", "/", "text/csv/x", ";"})
    void aContentTypeThatIsNoneIsAProblem(String type) {
        push("teams", type, "id,name\nt-1,N\n")
                .statusCode(org.hamcrest.Matchers.oneOf(400, 415))
                .contentType("application/problem+json");
    }

    private ValidatableResponse push(String collection, String type, String body) {
        return request(type)
                .body(Verdicting.bytes(body))
                .post("/v1/" + collection)
                .then();
    }

    private io.restassured.specification.RequestSpecification request(String type) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Authorization", "Bearer " + acme.ingestKey())
                .header("Content-Type", type);
    }
}
