package crm.ingest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what: every operation of the document with every sort of key. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AccessTest {

    @Test
    void everyOperationNeedsAScope() {
        assertThat(Operations.all()).isNotEmpty().allSatisfy(operation -> assertThat(operation.scopes())
                .as("%s %s", operation.method(), operation.path())
                .isNotEmpty());
    }

    @Test
    void noOperationAnswersWithoutAValidKey() {
        String revoked = revokedKey();
        List<Map<String, String>> credentials = List.of(
                Map.of(),
                Map.of("Authorization", "Bearer crm_ingest_0000000000000000_" + "0".repeat(50)),
                Map.of("Authorization", "Bearer "),
                Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."),
                Map.of("Authorization", "Digest x"),
                Map.of("Authorization", "Basic !!!"),
                Map.of("Authorization", "Basic " + base64("admin:wrong")),
                Map.of("X-API-Key", "wrong"),
                Map.of("X-API-Key", revoked));

        for (Operations operation : Operations.ofOneKind()) {
            for (Map<String, String> headers : credentials) {
                ask(given().headers(headers), operation, "x")
                        .statusCode(401)
                        .header("WWW-Authenticate", containsString("Bearer"))
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:problem-type:crm:unauthenticated"));
            }
        }
    }

    @Test
    void noOperationAnswersAKeyOfAnotherScope() {
        Acme acme = Acme.create();
        Map<String, String> keys =
                Map.of("ingest", acme.ingestKey(), "report", acme.reportKey(), "admin", acme.adminKey());

        for (Operations operation : Operations.ofOneKind()) {
            keys.forEach((scope, key) -> {
                if (!operation.scopes().contains(scope)) {
                    ask(Acme.with(key), operation, "x")
                            .statusCode(403)
                            .contentType("application/problem+json")
                            .body("type", equalTo("urn:problem-type:crm:forbidden"));
                }
            });
        }
    }

    @Test
    void whatBelongsToAnotherTenantIsAsIfThereWereNoSuchThing() {
        Acme mine = Acme.create();
        Acme other = Acme.create();
        other.ingest()
                .body("{\"id\": \"theirs\", \"createdAt\": \"2026-03-02T09:30:00Z\"}")
                .post("/v1/deals");
        sendMappingAndFile(other);

        for (Operations operation : Operations.ofOneKind()) {
            if (operation.path().contains("{")) {
                String key = operation.scopes().contains("admin") ? mine.adminKey() : mine.ingestKey();
                ask(Acme.with(key), operation, foreignName(operation, other))
                        .statusCode(404)
                        .body("type", equalTo("urn:problem-type:crm:not-found"));
            }
        }
    }

    @Test
    void theInstallationsKeyBelongsToNoTenant() {
        Acme.admin().body("{}").post("/v1/deals").then().statusCode(403);
    }

    @Test
    void aTenantsAdminKeyMakesNoTenants() {
        Acme.with(Acme.create().adminKey())
                .body("{\"name\": \"B\"}")
                .post("/v1/tenants")
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyIsTakenInAllThreeWays() {
        String key = Acme.create().ingestKey();
        String[] parts = key.split("_", -1);
        Stream.of(
                        Map.of("Authorization", "Bearer " + key),
                        Map.of("Authorization", "bearer " + key),
                        Map.of("X-API-Key", key),
                        Map.of("Authorization", "Basic " + base64(parts[2] + ":" + parts[3])))
                .forEach(headers ->
                        given().headers(headers).get("/v1/deals/none").then().statusCode(404));
    }

    @Test
    void aRevokedKeyEndsWithinSeconds() throws InterruptedException {
        Acme acme = Acme.create();
        acme.ingest().get("/v1/deals/none").then().statusCode(404);
        revoke(acme.id(), acme.ingestKey());

        Thread.sleep(3_500);

        acme.ingest().get("/v1/deals/none").then().statusCode(401);
    }

    @Test
    void operationsAboutTheServiceNeedNoKey() {
        Set.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi")
                .forEach(path -> given().get(path).then().statusCode(200));
    }

    /** The name of a thing of {@code other} that the operation could be about. */
    private static String foreignName(Operations operation, Acme other) {
        if (operation.path().startsWith("/v1/tenants/{tenantId}")) {
            return other.id();
        }
        if (operation.path().startsWith("/v1/imports/")) {
            return other.ingest().get("/v1/imports").path("imports[0].id");
        }
        if (operation.path().matches("/v1/[a-z-]+/\\{(id|name)}(/replay)?")
                || operation.path().equals("/v1/field-definitions/{kind}/{name}")) {
            return "theirs";
        }
        throw new AssertionError("add a case for what of another tenant this could be about: " + operation);
    }

    private static void sendMappingAndFile(Acme tenant) {
        tenant.ingest().body("""
                        {"name": "theirs", "collection": "teams",
                         "columns": [{"from": "a", "to": "id"}, {"from": "b", "to": "name"}]}""").post("/v1/mappings").then().statusCode(201);
        given().header("Authorization", "Bearer " + tenant.ingestKey())
                .contentType("text/csv")
                .body("a,b\n1,2\n")
                .post("/v1/imports/teams?mapping=theirs")
                .then()
                .statusCode(202);
    }

    private static ValidatableResponse ask(RequestSpecification request, Operations operation, String name) {
        boolean takesBody = Set.of("post", "put", "patch").contains(operation.method());
        RequestSpecification complete =
                takesBody ? request.contentType("application/json").body("{}") : request;
        return complete.request(operation.method().toUpperCase(java.util.Locale.ROOT), operation.pathTo(name))
                .then();
    }

    private static String revokedKey() {
        Acme acme = Acme.create();
        revoke(acme.id(), acme.ingestKey());
        return acme.ingestKey();
    }

    private static void revoke(String tenant, String key) {
        String id = key.split("_", -1)[2];
        Acme.admin().delete("/v1/tenants/" + tenant + "/keys/" + id).then().statusCode(204);
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
