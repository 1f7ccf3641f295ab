package crm.ingest.tenant;

import static org.hamcrest.Matchers.anEmptyMap;
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
import io.restassured.response.ValidatableResponse;
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
    void rulesAreUsualUntilTheyAreChanged() {
        Acme acme = Acme.create();
        String address = "/v1/tenants/" + acme.id();

        Acme.admin()
                .get(address)
                .then()
                .body("activityWindowDays", equalTo(365))
                .body("renewalGraceDays", equalTo(30))
                .body("shortAbandonSeconds", equalTo(5))
                .body("sessionTimeoutMinutes", equalTo(30))
                .body("attributionLookbackDays", equalTo(90))
                .body("repeatContactDays", equalTo(7))
                .body("responseTypes", contains("responded", "converted"))
                .body("fiscalCalendar", equalTo("gregorian"))
                .body("fiscalYearRule", equalTo("nearest"))
                .body("language", equalTo("en"))
                .body("history", anEmptyMap());
        Acme.with(acme.adminKey())
                .body("{\"activityWindowDays\": 180, \"responseTypes\": [\"clicked\"], \"currency\": \"USD\"}")
                .patch(address)
                .then()
                .statusCode(200)
                .body("activityWindowDays", equalTo(180))
                .body("responseTypes", contains("clicked"))
                .body("currency", equalTo("USD"))
                .body("history", anEmptyMap());
    }

    @Test
    void aRuleMayHoldFromADayOn() {
        Acme acme = Acme.create();
        String address = "/v1/tenants/" + acme.id();

        change(acme, "{\"shortAbandonSeconds\": 10, \"validFrom\": \"2026-01-01\"}")
                .statusCode(200);
        change(acme, "{\"shortAbandonSeconds\": 20, \"validFrom\": \"2199-01-01\"}")
                .statusCode(200);
        Acme.admin()
                .get(address)
                .then()
                .body("shortAbandonSeconds", equalTo(10))
                .body("history.shortAbandonSeconds.value", contains(5, 10, 20))
                .body("history.shortAbandonSeconds.validFrom", contains(null, "2026-01-01", "2199-01-01"));

        change(acme, "{\"shortAbandonSeconds\": 7}").statusCode(200).body("history", anEmptyMap());
        Acme.admin().get(address).then().body("shortAbandonSeconds", equalTo(7));
    }

    @Test
    void everythingWrongWithRulesIsToldAtOnceAndChangesNothing() {
        Acme acme = Acme.create();

        change(acme, """
                        {"name": "Other", "activityWindowDays": 0, "renewalGraceDays": "30", "shortAbandonSeconds": 601,
                         "responseTypes": ["answered"], "fiscalCalendar": "lunar", "language": "de",
                         "timeZone": "Mars/Olympus", "validFrom": "tomorrow"}
                        """)
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/activityWindowDays out_of_range",
                                "/renewalGraceDays wrong_type",
                                "/shortAbandonSeconds out_of_range",
                                "/responseTypes not_a_member",
                                "/fiscalCalendar not_a_member",
                                "/language not_a_member",
                                "/timeZone invalid_time_zone",
                                "/validFrom invalid_date"));
        change(acme, "{\"currency\": \"USD\", \"validFrom\": \"2026-01-01\"}")
                .body("errors.pointer", contains("/validFrom"));
        Acme.admin()
                .get("/v1/tenants/" + acme.id())
                .then()
                .body("name", equalTo("Acme"))
                .body("currency", equalTo("EUR"))
                .body("activityWindowDays", equalTo(365));
    }

    private static ValidatableResponse change(Acme acme, String body) {
        return Acme.with(acme.adminKey())
                .body(body)
                .patch("/v1/tenants/" + acme.id())
                .then();
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
