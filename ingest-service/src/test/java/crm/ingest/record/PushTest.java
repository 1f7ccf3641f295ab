package crm.ingest.record;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sender of records is answered. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class PushTest {

    private static final String SOUND = "{\"id\": \"d-1\", \"createdAt\": \"2026-03-02T09:30:00Z\"}";
    private static final String BAD = "{\"id\": \"d-2\", \"createdAt\": \"yesterday\", \"amuont\": 1}";

    private Acme acme = new Acme("", "", "", "");

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void oneSoundRecordIsAccepted() {
        push(SOUND)
                .statusCode(202)
                .contentType("application/json")
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(0))
                .body("rejected", equalTo(0))
                .body("errors", empty())
                .body("position", equalTo(1));
    }

    @Test
    void goodRecordsOfAMixedBatchAreKept() {
        push("[" + SOUND + "," + BAD + "]")
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .body("errors.index", contains(1, 1))
                .body("errors.id", contains("d-2", "d-2"))
                .body("errors.pointer", contains("/createdAt", "/amuont"))
                .body("errors.code", contains("invalid_timestamp", "unknown_field"))
                .body("position", equalTo(1));
    }

    @Test
    void whereEverythingIsRefusedNothingIsStored() {
        push("[" + BAD + ", 7]")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem-type:crm:invalid-content"))
                .body("status", equalTo(422))
                .body("accepted", equalTo(0))
                .body("rejected", equalTo(2))
                .body("errors.index", contains(0, 0, 1))
                .body("errors[2]", not(hasKey("id")))
                .body("", not(hasKey("position")));
        push(SOUND).body("position", equalTo(1));
    }

    @Test
    void anAtomicBatchWithOneBadRecordStoresNothingAndKeepsNothing() {
        push("[" + SOUND + "," + BAD + "]", "deals?atomic=true")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("accepted", equalTo(0))
                .body("rejected", equalTo(2))
                .body("errors.index", contains(1, 1));

        acme.ingest().get("/v1/deals/d-1").then().statusCode(404);
        acme.ingest().get("/v1/rejections").then().body("rejections", empty());
        push("[" + SOUND + "]", "deals?atomic=true").statusCode(202).body("position", equalTo(1));
    }

    @Test
    void anAtomicBatchWithAConflictStoresNothing() {
        push(deal("d-1", "2026-03-03T00:00:00Z", 10)).statusCode(202);

        push(
                        "[" + deal("d-2", "2026-03-03T00:00:00Z", 1) + "," + deal("d-1", "2026-03-03T00:00:00Z", 11)
                                + "]",
                        "deals?atomic=true")
                .statusCode(422)
                .body("rejected", equalTo(2))
                .body("errors.index", contains(1))
                .body("errors.code", contains("version_conflict"));
        acme.ingest().get("/v1/deals/d-2").then().statusCode(404);
    }

    @Test
    void atomicIsTrueOrFalseAndNothingElse() {
        push(SOUND, "deals?atomic=yes").statusCode(400).body("errors.parameter", contains("atomic"));
        acme.ingest().get("/v1/deals/d-1").then().statusCode(404);
    }

    @Test
    void sendingAgainCountsDuplicatesAndStandsAtTheSamePosition() {
        push(SOUND).body("accepted", equalTo(1)).body("position", equalTo(1));

        push(SOUND)
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(1))
                .body("position", equalTo(1));
        push("{\"createdAt\":\"2026-03-02T10:30:00+01:00\", \"title\": null, \"id\":\"d-1\"}")
                .statusCode(202)
                .body("duplicates", equalTo(1))
                .body("position", equalTo(1));
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() {
        push(deal("d-1", "2026-03-03T00:00:00Z", 10)).statusCode(202);

        push("[" + deal("d-1", "2026-03-03T00:00:00Z", 11) + "," + deal("d-2", "2026-03-03T00:00:00Z", 11) + "]")
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("errors.index", contains(0))
                .body("errors.id", contains("d-1"))
                .body("errors.pointer", contains("/updatedAt"))
                .body("errors.code", contains("version_conflict"));
        push(deal("d-1", "2026-03-03T00:00:00Z", 12)).statusCode(422);
    }

    @Test
    void theNewestVersionIsCurrentWhateverCameLast() {
        push(deal("d-1", "2026-03-05T00:00:00Z", 3));
        push(deal("d-1", "2026-03-04T00:00:00Z", 2));

        acme.ingest()
                .get("/v1/deals/d-1")
                .then()
                .statusCode(200)
                .body("id", equalTo("d-1"))
                .body("collection", equalTo("deals"))
                .body("current.version", equalTo("2026-03-05T00:00:00Z"))
                .body("current.position", equalTo(1))
                .body("current.deleted", equalTo(false))
                .body("current.record.amount", equalTo(3))
                .body("history.version", contains("2026-03-05T00:00:00Z", "2026-03-04T00:00:00Z"));
    }

    @Test
    void aRecordTakenBackSaysSo() {
        push(SOUND);

        acme.ingest()
                .delete("/v1/deals/d-1")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("position", equalTo(2));
        acme.ingest()
                .delete("/v1/deals/d-1")
                .then()
                .statusCode(202)
                .body("duplicates", equalTo(1))
                .body("position", equalTo(2));
        acme.ingest()
                .get("/v1/deals/d-1")
                .then()
                .statusCode(200)
                .body("current.deleted", equalTo(true))
                .body("current.record", equalTo(null))
                .body("history", hasSize(2));
    }

    @Test
    void takingBackCanHaveAVersion() {
        push(deal("d-1", "2026-03-05T00:00:00Z", 3));

        acme.ingest()
                .delete("/v1/deals/d-1?updatedAt=2026-03-04T00:00:00Z")
                .then()
                .statusCode(202);
        acme.ingest().get("/v1/deals/d-1").then().body("current.deleted", equalTo(false));
        acme.ingest()
                .delete("/v1/deals/d-1?updatedAt=2026-03-05T00:00:00Z")
                .then()
                .statusCode(422)
                .body("errors.code", contains("version_conflict"));
        acme.ingest()
                .delete("/v1/deals/d-1?updatedAt=soon")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("updatedAt"));
    }

    @Test
    void whatWasNeverSentIsNotFound() {
        acme.ingest().get("/v1/deals/d-1").then().statusCode(404);
        acme.ingest().delete("/v1/deals/d-1").then().statusCode(404);
    }

    @Test
    void anEmptyListIsAccepted() {
        push("[]").statusCode(202).body("accepted", equalTo(0)).body("position", equalTo(0));
    }

    @Test
    void charactersOfEveryPlaneComeBackAsTheyWere() {
        String id = "d/é😀 %?#";
        acme.ingest()
                .body("{\"id\": \"" + id
                        + "\", \"createdAt\": \"2026-03-02T09:30:00Z\", \"title\": \"Grüße 😀 \\u0007\"}")
                .post("/v1/deals")
                .then()
                .statusCode(202);

        acme.ingest()
                .get("/v1/deals/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("current.record.title", equalTo("Grüße 😀 \u0007"));
    }

    @Test
    void aNameOfHalfACharacterIsUnreadable() {
        push("{\"id\": \"x\", \"createdAt\": \"2026-03-02T09:30:00Z\", \"\\ud83d\": 1}")
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void tenThousandRecordsAreTakenAndOneMoreIsTooMany() {
        push(teams(10_000), "teams")
                .statusCode(202)
                .body("accepted", equalTo(10_000))
                .body("position", equalTo(10_000));
        push(teams(10_001), "teams").statusCode(413).contentType("application/problem+json");
        push(teams(1), "teams").body("position", equalTo(10_000));
    }

    @Test
    void answersStaySmallWhereEverythingIsWrong() {
        String record =
                "{" + IntStream.range(0, 200).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",")) + "}";
        String body = IntStream.range(0, 1000).mapToObj(i -> record).collect(Collectors.joining(",", "[", "]"));

        push(body).statusCode(422).body("errors.size()", equalTo(100 * 101 + 900));
    }

    private ValidatableResponse push(String body) {
        return push(body, "deals");
    }

    private ValidatableResponse push(String body, String collection) {
        return acme.ingest().body(body).post("/v1/" + collection).then();
    }

    private static String deal(String id, String updatedAt, int amount) {
        return "{\"id\": \"" + id + "\", \"updatedAt\": \"" + updatedAt
                + "\", \"createdAt\": \"2026-03-02T09:30:00Z\", " + "\"amount\": " + amount + "}";
    }

    private static String teams(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"t-" + i + "\",\"name\":\"North\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
