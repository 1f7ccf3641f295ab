package crm.ingest.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports and mappings as their sender sees them. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ImportTest {

    private static final String DEALS =
            "id,createdAt,amount\nd-1,2026-03-02T09:30:00Z,12\nd-2,2026-03-02T09:30:00Z,x\n";
    private static final String MAPPING = """
            {"name": "ours", "collection": "deals", "file": {"charset": "windows-1251", "separator": ";"},
             "dates": {"patterns": ["d.M.yyyy"], "timeZone": "Europe/Moscow"}, "numbers": {"decimal": ","},
             "columns": [{"from": "Номер", "to": "id"}, {"from": "Начат", "to": "createdAt"},
                         {"from": "Сумма", "to": "amount"}, {"from": "Название", "to": "title"}],
             "constants": {"currency": "RUB"}}""";

    private Acme acme = new Acme("", "", "", "");

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void aFileIsTakenAndItsProgressShown() {
        String location = csv().body(DEALS)
                .post("/v1/imports/deals")
                .then()
                .statusCode(202)
                .header("Location", containsString("/v1/imports/i_"))
                .body("collection", equalTo("deals"))
                .body("bytes", equalTo(DEALS.length()))
                .body("columns.mapped", contains("id", "createdAt", "amount"))
                .extract()
                .path("links.self");

        JsonPath done = over(location);

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getInt("rowsRead")).isEqualTo(2);
        assertThat(done.getInt("accepted")).isEqualTo(1);
        assertThat(done.getInt("rejected")).isEqualTo(1);
        assertThat(done.getDouble("percent")).isEqualTo(100);
        assertThat(done.getInt("position")).isEqualTo(1);
        acme.ingest().get("/v1/imports").then().statusCode(200).body("imports.id", hasItem(done.getString("id")));
        acme.ingest().get("/v1/deals/d-1").then().statusCode(200).body("current.record.amount", equalTo(12));
    }

    @Test
    void refusedRowsAreFetchedAsCsv() {
        String self = begin(DEALS);
        over(self);

        csv().get(self + "/errors")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(
                        equalTo(
                                "id,createdAt,amount,Import error\r\n"
                                        + "d-2,2026-03-02T09:30:00Z,x,\"amount: \"\"x\"\" is no number as the mapping spells them.\"\r\n"));
    }

    @Test
    void aFilePackedByGzipIsTaken() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(DEALS.getBytes(StandardCharsets.UTF_8));
        }

        String self = csv().header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/v1/imports/deals")
                .then()
                .statusCode(202)
                .extract()
                .path("links.self");

        assertThat(over(self).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void aSavedMappingSaysWhatTheColumnsMean() {
        acme.ingest()
                .body(MAPPING)
                .post("/v1/mappings")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/mappings/ours"));
        byte[] file =
                "Номер;Начат;Сумма;Название\n17;2.3.2026;1 250,50;Крыша\n".getBytes(Charset.forName("windows-1251"));

        String self = csv().body(file)
                .post("/v1/imports/deals?mapping=ours")
                .then()
                .statusCode(202)
                .body("mapping", equalTo("ours"))
                .extract()
                .path("links.self");

        assertThat(over(self).getInt("accepted")).isEqualTo(1);
        acme.ingest()
                .get("/v1/deals/17")
                .then()
                .body("current.record.title", equalTo("Крыша"))
                .body("current.record.amount", equalTo(1250.5f))
                .body("current.record.currency", equalTo("RUB"))
                .body("current.record.createdAt", equalTo("2026-03-01T21:00:00Z"));
    }

    @Test
    void aHeaderThatDoesNotFitIsRefusedWithAllReasons() {
        csv().body("id,amuont,colour\n")
                .post("/v1/imports/deals")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.code", contains("unknown_column", "unknown_column", "missing_column"));
        acme.ingest().get("/v1/imports").then().body("imports.size()", equalTo(0));
    }

    @Test
    void whatIsNoFileIsRefused() {
        csv().body("").post("/v1/imports/deals").then().statusCode(400);
        csv().body(DEALS).post("/v1/imports/roofs").then().statusCode(404);
        acme.ingest().body("{}").post("/v1/imports/deals").then().statusCode(415);
        csv().header("Content-Encoding", "br")
                .body(DEALS)
                .post("/v1/imports/deals")
                .then()
                .statusCode(415);
        csv().header("Content-Encoding", "gzip")
                .body(DEALS)
                .post("/v1/imports/deals")
                .then()
                .statusCode(400);
        csv().body(DEALS)
                .post("/v1/imports/deals?mapping=none")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("mapping"))
                .body("errors[0].code", equalTo("unknown_mapping"));
        csv().body(DEALS).post("/v1/imports/deals?mapping=hubspot-calls").then().statusCode(400);
    }

    @Test
    void aFileMayBeLargerThanOtherBodies() {
        StringBuilder file = new StringBuilder("id,createdAt,title\n");
        while (file.length() < 11 << 20) {
            file.append("d-1,2026-03-02T09:30:00Z,").append("a".repeat(400)).append('\n');
        }

        String self = begin(file.toString());

        assertThat(acme.ingest().get(self).jsonPath().getInt("bytes")).isEqualTo(file.length());
        acme.ingest().delete(self).then().statusCode(204);
    }

    @Test
    void otherBodiesMayNotEvenWhereTheyDoNotSayHowLargeTheyAre() {
        byte[] large = ("[" + " ".repeat(11 << 20) + "]").getBytes(StandardCharsets.UTF_8);

        acme.ingest()
                .body(new ByteArrayInputStream(large))
                .post("/v1/mappings")
                .then()
                .statusCode(413);
    }

    @Test
    void anImportThatIsOverIsForgotten() {
        String self = begin(DEALS);
        over(self);

        acme.ingest().delete(self).then().statusCode(204);

        acme.ingest().get(self).then().statusCode(404);
        acme.ingest().get(self + "/errors").then().statusCode(404);
        acme.ingest().get("/v1/deals/d-1").then().statusCode(200);
    }

    @Test
    void anotherTenantsImportIsAsIfThereWereNone() {
        String self = begin(DEALS);
        Acme other = Acme.create();

        other.ingest().get(self).then().statusCode(404);
        other.ingest().get(self + "/errors").then().statusCode(404);
        other.ingest().delete(self).then().statusCode(404);
        acme.ingest().get(self).then().statusCode(200);
    }

    @Test
    void mappingsAreKeptByName() {
        acme.ingest().body(MAPPING).post("/v1/mappings").then().statusCode(201).body("name", equalTo("ours"));
        acme.ingest()
                .body(MAPPING)
                .post("/v1/mappings")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("name_taken"));
        acme.ingest()
                .body(MAPPING.replace("RUB", "EUR"))
                .put("/v1/mappings/ours")
                .then()
                .statusCode(200)
                .body("constants.currency", equalTo("EUR"));
        acme.ingest().get("/v1/mappings/ours").then().body("constants.currency", equalTo("EUR"));
        acme.ingest().get("/v1/mappings").then().body("mappings.name", contains("ours"));
        Acme.create().ingest().get("/v1/mappings/ours").then().statusCode(404);
        acme.ingest().delete("/v1/mappings/ours").then().statusCode(204);
        acme.ingest().get("/v1/mappings/ours").then().statusCode(404);
        acme.ingest().body(MAPPING).put("/v1/mappings/ours").then().statusCode(404);
    }

    @Test
    void readyMappingsAreListedAndCanBeAskedFor() {
        acme.ingest().get("/v1/mappings/ready").then().statusCode(200).body("mappings.name", hasItem("hubspot-deals"));
        String self = csv().body("Record ID,Deal Name,Deal Stage,Create Date\n7,Roof,Closed Won,2026-03-02 09:30\n")
                .post("/v1/imports/deals?mapping=hubspot-deals")
                .then()
                .statusCode(202)
                .extract()
                .path("links.self");

        assertThat(over(self).getInt("accepted")).isEqualTo(1);
        acme.ingest().get("/v1/deals/7").then().body("current.record.status", equalTo("won"));
    }

    private RequestSpecification csv() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Authorization", "Bearer " + acme.ingestKey())
                .contentType("text/csv");
    }

    private String begin(String file) {
        ValidatableResponse answer =
                csv().body(file).post("/v1/imports/deals").then().statusCode(202);
        return answer.extract().path("links.self");
    }

    private JsonPath over(String self) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        JsonPath shown = acme.ingest().get(self).jsonPath();
        while (shown.getString("finishedAt") == null && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
            shown = acme.ingest().get(self).jsonPath();
        }
        return shown;
    }
}
