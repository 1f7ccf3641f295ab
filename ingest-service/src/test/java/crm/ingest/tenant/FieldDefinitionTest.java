package crm.ingest.tenant;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields of a tenant's own are registered, changed and registered no longer; records are checked against them. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FieldDefinitionTest {

    private static final String ALL = "/v1/field-definitions";
    private static final String PLAN = ALL + "/deals/plan";
    private static final String GOLD_OR_SILVER = """
            {"type": "choice", "choices": ["gold", "silver"], "labels": {"en": "Plan", "ru": "\u0422\u0430\u0440\u0438\u0444"}}
            """;

    private Acme acme = new Acme("", "", "", "");

    @BeforeEach
    void makeTenant() {
        acme = Acme.create();
    }

    @Test
    void aFieldIsRegisteredShownAndListed() {
        acme.ingest().body(GOLD_OR_SILVER).put(PLAN).then().statusCode(201).header("Location", endsWith(PLAN));

        acme.ingest()
                .get(PLAN)
                .then()
                .statusCode(200)
                .body("collection", equalTo("deals"))
                .body("name", equalTo("plan"))
                .body("type", equalTo("choice"))
                .body("choices", contains("gold", "silver"))
                .body("labels.en", equalTo("Plan"))
                .body("labels.ru", equalTo("\u0422\u0430\u0440\u0438\u0444"));
        acme.ingest().get(ALL).then().statusCode(200).body("fieldDefinitions.name", contains("plan"));
        acme.ingest().get(ALL + "?collection=leads").then().body("fieldDefinitions", empty());
    }

    @Test
    void aFieldMayBeAddedOnceAndPutAnyNumberOfTimes() {
        String whole = "{\"collection\": \"deals\", \"name\": \"area\", \"type\": \"number\"}";

        acme.ingest().body(whole).post(ALL).then().statusCode(201).header("Location", endsWith(ALL + "/deals/area"));
        acme.ingest().body(whole).post(ALL).then().statusCode(409);
        acme.ingest()
                .body("{\"type\": \"string\"}")
                .put(ALL + "/deals/area")
                .then()
                .statusCode(200);
        acme.ingest().get(ALL + "/deals/area").then().body("type", equalTo("string"));
    }

    @Test
    void aChangeLeavesWhatItDoesNotName() {
        acme.ingest().body(GOLD_OR_SILVER).put(PLAN).then().statusCode(201);

        acme.ingest()
                .body("{\"labels\": {\"fr\": \"Formule\"}}")
                .patch(PLAN)
                .then()
                .statusCode(200)
                .body("choices", contains("gold", "silver"))
                .body("labels.fr", equalTo("Formule"));
        acme.ingest()
                .body("{\"type\": \"date\"}")
                .patch(PLAN)
                .then()
                .statusCode(200)
                .body("choices", empty());
    }

    @Test
    void aFieldThatIsNotThereIsNotFound() {
        acme.ingest().get(PLAN).then().statusCode(404);
        acme.ingest().delete(PLAN).then().statusCode(404);
        acme.ingest().body("{}").patch(PLAN).then().statusCode(404);
        acme.ingest().body(GOLD_OR_SILVER).put(ALL + "/nothings/plan").then().statusCode(404);
        acme.ingest().body(GOLD_OR_SILVER).put(ALL + "/deals/my.plan").then().statusCode(404);
    }

    @Test
    void fieldsOfAnotherTenantAreInvisible() {
        acme.ingest().body(GOLD_OR_SILVER).put(PLAN).then().statusCode(201);

        Acme other = Acme.create();

        other.ingest().get(PLAN).then().statusCode(404);
        other.ingest().get(ALL).then().body("fieldDefinitions", empty());
        other.ingest().delete(PLAN).then().statusCode(404);
        acme.ingest().get(PLAN).then().statusCode(200);
    }

    @Test
    void everythingWrongWithADefinitionIsToldAtOnce() {
        acme.ingest()
                .body("""
                      {"collection": "nothings", "name": "my.plan", "type": "choice", "choices": ["a", "a", ""],
                       "labels": {"de": "Plan", "en": ""}, "lable": 1}
                      """)
                .post(ALL)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/collection invalid_text",
                                "/name invalid_text",
                                "/choices/1 repeated",
                                "/choices/2 invalid_text",
                                "/labels/de unknown_field",
                                "/labels/en invalid_text",
                                "/lable unknown_field"));
        acme.ingest()
                .body("{\"name\": \"other\", \"choices\": [\"a\"], \"type\": \"number\"}")
                .put(PLAN)
                .then()
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder("/name not_a_member", "/choices unknown_field"));
        acme.ingest().body("{\"type\": \"choice\"}").put(PLAN).then().body("errors.pointer", contains("/choices"));
        acme.ingest().body("{}").put(PLAN).then().body("errors.pointer", contains("/type"));
        acme.ingest().get(PLAN).then().statusCode(404);
    }

    @Test
    void recordsAreCheckedAgainstRegisteredFieldsAlone() throws InterruptedException {
        acme.ingest().body(GOLD_OR_SILVER).put(PLAN).then().statusCode(201);
        Thread.sleep(1_100);

        push("d-1", "{\"plan\": \"gold\", \"free\": 1}").statusCode(202);
        push("d-2", "{\"plan\": \"bronze\", \"free\": true}")
                .statusCode(422)
                .body("errors.pointer", contains("/custom/plan"))
                .body("errors.code", contains("not_a_member"));

        acme.ingest().delete(PLAN).then().statusCode(204);
        Thread.sleep(1_100);
        push("d-2", "{\"plan\": \"bronze\"}").statusCode(202);
    }

    private io.restassured.response.ValidatableResponse push(String id, String custom) {
        return acme.ingest()
                .body("{\"id\": \"%s\", \"createdAt\": \"2026-03-02T09:30:00Z\", \"custom\": %s}".formatted(id, custom))
                .post("/v1/deals")
                .then();
    }
}
