package crm.ingest.record;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sender of records is answered. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class PushTest {

    private static final String SOUND = "{\"id\": \"d-1\", \"createdAt\": \"2026-03-02T09:30:00Z\"}";
    private static final String BAD = "{\"id\": \"d-2\", \"createdAt\": \"yesterday\", \"amuont\": 1}";

    private Acme acme;

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void oneSoundRecordIsAccepted() {
        acme.ingest()
                .body(SOUND)
                .post("/v1/deals")
                .then()
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
        acme.ingest()
                .body("[" + SOUND + "," + BAD + "]")
                .post("/v1/deals")
                .then()
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .body("errors.index", contains(1, 1))
                .body("errors.id", contains("d-2", "d-2"))
                .body("errors.pointer", contains("/createdAt", "/amuont"))
                .body("errors.code", contains("invalid_timestamp", "unknown_field"))
                .body("position", equalTo(1));
    }
}
