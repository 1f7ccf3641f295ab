package crm.ingest.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import crm.workbench.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** While the database is away everybody is told to come back soon, and nothing accepted is lost. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DatabaseAwayTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    @Test
    void theServiceSaysSoAndRecoversByItself() throws IOException, InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        Acme acme = Acme.create();
        push(acme, "t-1").then().statusCode(202);
        database.kill();
        try {
            push(acme, "t-2").then().statusCode(503);
            for (int again = 0; again < 3; again++) {
                assertAway(() -> push(acme, "t-2"));
            }
            assertAway(() -> acme.ingest().get("/v1/teams/t-1"));
            assertAway(() -> acme.ingest().delete("/v1/teams/t-1"));
            assertAway(() -> Acme.with(acme.reportKey()).get("/v1/teams/t-1"));
            assertAway(() -> Acme.admin().get("/v1/tenants/" + acme.id()));
            assertAway(() -> Acme.admin().get("/v1/tenants/" + acme.id() + "/keys"));
            assertAway(() -> Acme.admin().body("{\"name\": \"B\"}").post("/v1/tenants"));
            given().get("/q/health/live").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
        } finally {
            database.restart();
        }

        awaitStatus(202, () -> push(acme, "t-3"));
        awaitStatus(200, () -> given().get("/q/health/ready"));
        acme.ingest().get("/v1/teams/t-1").then().statusCode(200);
    }

    private static Response push(Acme acme, String id) {
        return acme.ingest()
                .body("{\"id\": \"" + id + "\", \"name\": \"North\"}")
                .post("/v1/teams");
    }

    private static void assertAway(Supplier<Response> request) {
        Instant start = Instant.now();
        Response response = request.get();
        assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("urn:problem-type:crm:unavailable"));
    }

    private static void awaitStatus(int status, Supplier<Response> request) throws InterruptedException {
        Instant end = Instant.now().plus(RECOVERY);
        int last = request.get().statusCode();
        while (last != status && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            last = request.get().statusCode();
        }
        assertThat(last).isEqualTo(status);
    }
}
