package crm.ingest.tenant;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Tenants and keys are made, read, changed and revoked. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class TenantTest {

    private static final String SETTINGS = """
            {"name": "Acme", "timeZone": "Europe/Brussels", "currency": "EUR", "weekStart": "sunday", "fiscalYearStart": 4}
            """;

    @Test
    void aNewTenantHasItsSettingsAndTwoKeys() {
        Acme.admin()
                .body(SETTINGS)
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("id", startsWith("t_"))
                .body("name", equalTo("Acme"))
                .body("timeZone", equalTo("Europe/Brussels"))
                .body("currency", equalTo("EUR"))
                .body("weekStart", equalTo("sunday"))
                .body("fiscalYearStart", equalTo(4))
                .body("keys.ingest", startsWith("crm_ingest_"))
                .body("keys.report", startsWith("crm_report_"));
    }

    @Test
    void everythingWrongWithSettingsIsToldAtOnce() {
        Acme.admin()
                .body("""
                      {"timeZone": "Mars/Olympus", "currency": 978, "weekStart": "Monday", "fiscalYearStart": 13, "x": 1}
                      """)
                .post("/v1/tenants")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/name missing",
                                "/timeZone invalid_time_zone",
                                "/currency wrong_type",
                                "/weekStart not_a_member",
                                "/fiscalYearStart out_of_range",
                                "/x unknown_field"));
    }

    @Test
    void settingsChangeOneByOne() {
        Acme acme = Acme.create();

        Acme.with(acme.adminKey())
                .body("{\"currency\": \"USD\"}")
                .patch("/v1/tenants/" + acme.id())
                .then()
                .statusCode(200)
                .body("currency", equalTo("USD"))
                .body("timeZone", equalTo("Europe/Brussels"));
        Acme.admin()
                .get("/v1/tenants/" + acme.id())
                .then()
                .statusCode(200)
                .body("currency", equalTo("USD"))
                .body("", not(hasKey("keys")));
    }

    @Test
    void aChangeThatIsWrongChangesNothing() {
        Acme acme = Acme.create();

        Acme.admin()
                .body("{\"currency\": \"USD\", \"nope\": 1}")
                .patch("/v1/tenants/" + acme.id())
                .then()
                .statusCode(422);
        Acme.admin().get("/v1/tenants/" + acme.id()).then().body("currency", equalTo("EUR"));
    }

    @Test
    void aTenantThatIsNotThereIsNotFound() {
        Acme.admin().get("/v1/tenants/t_1").then().statusCode(404);
        Acme.admin().get("/v1/tenants/x").then().statusCode(404);
        Acme.admin().get("/v1/tenants/t_1/keys").then().statusCode(404);
        Acme.admin()
                .body("{\"scopes\": [\"ingest\"]}")
                .post("/v1/tenants/t_1/keys")
                .then()
                .statusCode(404);
        Acme.admin()
                .body("{\"currency\": \"USD\"}")
                .patch("/v1/tenants/t_1")
                .then()
                .statusCode(404);
    }

    @Test
    void listedKeysHaveNoSecrets() {
        Acme acme = Acme.create();

        Acme.with(acme.adminKey())
                .get("/v1/tenants/" + acme.id() + "/keys")
                .then()
                .statusCode(200)
                .body("keys", hasSize(3))
                .body("keys.scopes.flatten()", containsInAnyOrder("ingest", "report", "admin"))
                .body("keys[0]", not(hasKey("secret")))
                .body("keys[0]", not(hasKey("hash")))
                .body("keys[0]", not(hasKey("key")));
    }

    @Test
    void aKeyThatExpiresIsGivenItsEnd() {
        Acme acme = Acme.create();

        Acme.admin()
                .body("{\"scopes\": [\"report\", \"ingest\"], \"expiresAt\": \"2999-01-01T00:00:00+01:00\"}")
                .post("/v1/tenants/" + acme.id() + "/keys")
                .then()
                .statusCode(201)
                .body("scopes", contains("ingest", "report"))
                .body("expiresAt", equalTo("2998-12-31T23:00:00Z"))
                .body("key", startsWith("crm_ingest-report_"));
    }

    @Test
    void everythingWrongWithAKeyIsToldAtOnce() {
        Acme acme = Acme.create();

        Acme.admin()
                .body("{\"scopes\": [\"root\"], \"expiresAt\": \"2001-01-01T00:00:00Z\", \"id\": \"x\"}")
                .post("/v1/tenants/" + acme.id() + "/keys")
                .then()
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder("/id unknown_field", "/scopes not_a_member", "/expiresAt out_of_range"));
    }

    @Test
    void anUnknownKeyCannotBeRevoked() {
        Acme.admin()
                .delete("/v1/tenants/" + Acme.create().id() + "/keys/nope")
                .then()
                .statusCode(404);
    }
}
