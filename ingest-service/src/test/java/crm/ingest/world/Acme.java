package crm.ingest.world;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** A tenant of the tests, made over HTTP, with a key of each scope. */
public record Acme(String id, String ingestKey, String reportKey, String adminKey) {

    public static Acme create() {
        JsonPath tenant = admin().body("{\"name\": \"Acme\", \"timeZone\": \"Europe/Brussels\", \"currency\": \"EUR\"}")
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = tenant.getString("id");
        return new Acme(id, tenant.getString("keys.ingest"), tenant.getString("keys.report"), addKey(id, "admin"));
    }

    /** A further key of a tenant. */
    public static String addKey(String tenant, String scope) {
        return admin().body("{\"scopes\": [\"" + scope + "\"]}")
                .post("/v1/tenants/" + tenant + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** A request with the installation's key. */
    public static RequestSpecification admin() {
        return with(RealDatabase.ADMIN_KEY);
    }

    /** A request with a key, and JSON for a body. */
    public static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** A request that sends records. */
    public RequestSpecification ingest() {
        return with(ingestKey);
    }
}
