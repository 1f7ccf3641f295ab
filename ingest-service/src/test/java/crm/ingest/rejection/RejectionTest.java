package crm.ingest.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import crm.tenant.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of refused records. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RejectionTest {

    private static final String BAD_DAY = "{\"id\": \"d-2\", \"createdAt\": \"yesterday\", \"amuont\": 1}";
    private static final String BAD_AMOUNT =
            "{\"id\": \"d-3\", \"createdAt\": \"2026-03-02T09:30:00Z\", \"amount\": \"much\"}";

    private final RejectionArchive archive;
    private Acme acme = new Acme("", "", "", "");

    RejectionTest(RejectionArchive archive) {
        this.archive = archive;
    }

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void refusedRecordsAreKeptWithEverythingThatIsWrong() {
        push("[" + BAD_DAY + "," + BAD_AMOUNT + ", 7]").statusCode(422);

        get("/v1/rejections")
                .statusCode(200)
                .body("rejections.id", contains("3", "2", "1"))
                .body("rejections.collection", contains("deals", "deals", "deals"))
                .body("rejections[2].recordId", equalTo("d-2"))
                .body("rejections[2].errors.code", contains("invalid_timestamp", "unknown_field"))
                .body("rejections[2].errors.pointer", contains("/createdAt", "/amuont"))
                .body("rejections[0]", not(hasKey("recordId")))
                .body("rejections[0]", not(hasKey("payload")))
                .body("next", nullValue());
        get("/v1/rejections/1")
                .statusCode(200)
                .body("keyId", equalTo(acme.ingestKey().split("_")[2]))
                .body("payload.createdAt", equalTo("yesterday"));
        get("/v1/rejections/3").body("payload", equalTo(7));
    }

    @Test
    void aVersionConflictIsKeptToo() {
        push(deal("d-1", 1)).statusCode(202);
        push("[" + deal("d-1", 2) + "," + deal("d-2", 2) + "]").statusCode(207);

        get("/v1/rejections/1")
                .body("errors.code", contains("version_conflict"))
                .body("payload.id", equalTo("d-1"))
                .body("payload.amount", equalTo(2));
    }

    @Test
    void pagesHoldEveryRejectionOnce() {
        push("[" + "7,".repeat(4) + "7]");

        String next = get("/v1/rejections?limit=2")
                .body("rejections.id", contains("5", "4"))
                .extract()
                .path("next");
        String last = get("/v1/rejections?limit=2&cursor=" + next)
                .body("rejections.id", contains("3", "2"))
                .extract()
                .path("next");
        get("/v1/rejections?limit=2&cursor=" + last)
                .body("rejections.id", contains("1"))
                .body("next", nullValue());
    }

    @Test
    void rejectionsAreFilteredByCollectionCodeAndTime() {
        push(BAD_DAY);
        push(BAD_AMOUNT);
        acme.ingest().body("{}").post("/v1/teams");
        String now = Instant.now().plusSeconds(60).toString();

        get("/v1/rejections?collection=teams").body("rejections.id", contains("3"));
        get("/v1/rejections?code=unknown_field").body("rejections.id", contains("1"));
        get("/v1/rejections?code=invalid").body("rejections", empty());
        get("/v1/rejections?from=" + now).body("rejections", empty());
        get("/v1/rejections?to=" + now).body("rejections", hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({
        "collection=colours, collection, unknown_collection",
        "code=DROP, code, unknown_code",
        "from=soon, from, invalid_time",
        "from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z, to, empty_range",
        "limit=0, limit, invalid_number",
        "limit=1001, limit, invalid_number",
        "cursor=x, cursor, invalid_cursor",
        "colour=red, colour, unknown_parameter",
        "limit=1&limit=2, limit, repeated"
    })
    void wrongParametersAreNamed(String query, String parameter, String code) {
        get("/v1/rejections?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void anotherTenantsRejectionIsNotThere() {
        push(BAD_DAY);
        Acme other = Acme.create();

        other.ingest().get("/v1/rejections").then().body("rejections", empty());
        other.ingest().get("/v1/rejections/1").then().statusCode(404);
        other.ingest().post("/v1/rejections/1/replay").then().statusCode(404);
        other.ingest().body("{}").patch("/v1/rejections/1").then().statusCode(404);
        other.ingest().delete("/v1/rejections/1").then().statusCode(404);
        get("/v1/rejections/1").statusCode(200);
        get("/v1/rejections/x").statusCode(404);
    }

    @Test
    void whatIsMendedAndReplayedIsTakenOnce() {
        push(BAD_AMOUNT);

        replay(1).statusCode(422).body("errors.code", contains("invalid_number"));
        acme.ingest()
                .contentType("application/merge-patch+json")
                .body("{\"amount\": 12.50, \"title\": \"Roof\"}")
                .patch("/v1/rejections/1")
                .then()
                .statusCode(200)
                .body("payload.amount", equalTo(12.50f))
                .body("payload.id", equalTo("d-3"));
        replay(1).statusCode(202).body("accepted", equalTo(1)).body("position", equalTo(1));
        replay(1).statusCode(404);

        get("/v1/rejections").body("rejections", empty());
        get("/v1/deals/d-3").body("history", hasSize(1)).body("current.record.amount", equalTo(12.5f));
    }

    @Test
    void aRefusalReplayedInParallelIsTakenOnce() throws Exception {
        push(BAD_AMOUNT);
        acme.ingest().body("{\"amount\": null}").patch("/v1/rejections/1");

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> replays = IntStream.range(0, 8)
                    .mapToObj(ignored -> threads.submit(() -> acme.ingest()
                            .post("/v1/rejections/1/replay")
                            .then()
                            .extract()
                            .statusCode()))
                    .toList();
            statuses = new ArrayList<>();
            for (Future<Integer> replay : replays) {
                statuses.add(replay.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 404);
        get("/v1/deals/d-3").body("history", hasSize(1));
    }

    @Test
    void manyAreReplayedPageByPage() {
        push("[" + BAD_DAY + "," + BAD_AMOUNT + "," + BAD_AMOUNT.replace("d-3", "d-4") + "]");
        List.of(2, 3).forEach(id -> acme.ingest().body("{\"amount\": 1}").patch("/v1/rejections/" + id));

        String next = acme.ingest()
                .post("/v1/rejections/replay?limit=2")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .extract()
                .path("next");
        acme.ingest()
                .post("/v1/rejections/replay?limit=2&cursor=" + next)
                .then()
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(0))
                .body("next", nullValue());
        get("/v1/rejections").body("rejections.id", contains("1"));
    }

    @Test
    void aRecordThatIsTooLargeIsListedAndCannotBeChanged() {
        push("{\"id\": \"d\", \"createdAt\": \"2026-03-02T09:30:00Z\", \"title\": \"" + "x".repeat(300_000) + "\"}");

        get("/v1/rejections/1").body("", not(hasKey("payload"))).body("recordId", equalTo("d"));
        replay(1).statusCode(422).body("errors.code", contains("too_large"));
        acme.ingest().body("{}").patch("/v1/rejections/1").then().statusCode(409);
    }

    @Test
    void whatIsNoJsonIsShownAsTheTextThatItIs() {
        RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .header("Authorization", "Bearer " + acme.ingestKey())
                .contentType("application/x-ndjson")
                .body("{\"id\": \n")
                .post("/v1/deals");

        get("/v1/rejections/1").statusCode(200).body("payload", equalTo("{\"id\":"));
        replay(1).statusCode(422);
    }

    @Test
    void whatIsGivenUpIsGone() {
        push(BAD_DAY);

        acme.ingest().delete("/v1/rejections/1").then().statusCode(204);
        acme.ingest().delete("/v1/rejections/1").then().statusCode(404);
        replay(1).statusCode(404);
    }

    @Test
    void whatWasKeptLongEnoughIsPurgedInPortions() {
        push("[7,7,7]");
        TenantId tenant = TenantId.parse(acme.id()).orElseThrow();

        assertThat(archive.removeReceivedBefore(tenant, Instant.now().minusSeconds(60), 2))
                .isZero();
        assertThat(archive.removeReceivedBefore(tenant, Instant.now().plusSeconds(60), 2))
                .isEqualTo(2);
        get("/v1/rejections").body("rejections.id", contains("3"));
    }

    private ValidatableResponse push(String body) {
        return acme.ingest().body(body).post("/v1/deals").then();
    }

    private ValidatableResponse get(String path) {
        return acme.ingest().get(path).then();
    }

    private ValidatableResponse replay(int id) {
        return acme.ingest().post("/v1/rejections/" + id + "/replay").then();
    }

    private static String deal(String id, int amount) {
        return "{\"id\": \"" + id + "\", \"updatedAt\": \"2026-03-03T00:00:00Z\", \"createdAt\":"
                + " \"2026-03-02T09:30:00Z\", \"amount\": " + amount + "}";
    }
}
