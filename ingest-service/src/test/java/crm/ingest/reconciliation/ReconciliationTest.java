package crm.ingest.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was sent is what was stored, known already or refused, to the record. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReconciliationTest {

    private static final int BATCHES = 40;

    @Test
    void countsAreByKeyAndCollection() {
        Acme acme = Acme.create();
        String second = Acme.addKey(acme.id(), "ingest");
        acme.ingest().body("[7, {\"id\": \"t\", \"name\": \"North\"}]").post("/v1/teams");
        acme.ingest().body("{\"id\": \"t\", \"name\": \"North\"}").post("/v1/teams");
        Acme.with(second).body("7").post("/v1/deals");

        reconciliation(acme)
                .body("rows.findAll { it.collection == 'teams' }.received", contains(3))
                .body("rows.findAll { it.collection == 'teams' }.accepted", contains(1))
                .body("rows.findAll { it.collection == 'teams' }.duplicates", contains(1))
                .body("rows.findAll { it.collection == 'teams' }.rejected", contains(1))
                .body("rows.findAll { it.collection == 'deals' }.keyId", contains(second.split("_")[2]))
                .body("totals.received", equalTo(4))
                .body("totals.rejected", equalTo(2));
        reconciliation(Acme.create()).body("rows", empty()).body("totals.received", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersRowsRejectionsAndCountsAgreeWhateverIsSent(long seed) {
        Acme acme = Acme.create();
        Random random = new Random(seed);
        Expected expected = new Expected();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Expected.Sent> items = Expected.someOf(random);
            boolean atomic = random.nextInt(4) == 0;
            Expected.Counts counts = expected.send(items, atomic);

            JsonPath answer = acme.ingest()
                    .body(Expected.body(items))
                    .post("/v1/deals?atomic=" + atomic)
                    .then()
                    .extract()
                    .jsonPath();

            assertThat(new Expected.Counts(
                            answer.getInt("accepted"), answer.getInt("duplicates"), answer.getInt("rejected")))
                    .as("batch %d of seed %d", batch, seed)
                    .isEqualTo(counts);
        }

        Expected.Counts all = expected.total();
        reconciliation(acme)
                .body("totals.received", equalTo(all.accepted() + all.duplicates() + all.rejected()))
                .body("totals.accepted", equalTo(all.accepted()))
                .body("totals.duplicates", equalTo(all.duplicates()))
                .body("totals.rejected", equalTo(all.rejected()));
        acme.ingest().body("[]").post("/v1/deals").then().body("position", equalTo(all.accepted()));
        acme.ingest().get("/v1/rejections?limit=1000").then().body("rejections.size()", equalTo(expected.kept()));
    }

    @ParameterizedTest
    @CsvSource({
        "to=2026-03-02, from, missing",
        "from=2026-03-02, to, missing",
        "from=2026-03-02&to=2026-02-30, to, invalid_date",
        "from=2026-03-02&to=%2B999999999-01-01, to, invalid_date",
        "from=2026-03-02&to=2026-03-02, to, empty_range",
        "from=2026-01-01&to=2026-04-12, to, range_too_long"
    })
    void wrongParametersAreNamed(String query, String parameter, String code) {
        Acme.create()
                .ingest()
                .get("/v1/reconciliation?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    private static ValidatableResponse reconciliation(Acme acme) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return acme.ingest()
                .get("/v1/reconciliation?from=" + today.minusDays(1) + "&to=" + today.plusDays(2))
                .then()
                .statusCode(200);
    }
}
