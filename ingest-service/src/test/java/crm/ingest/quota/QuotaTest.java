package crm.ingest.quota;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import crm.ingest.world.Acme;
import crm.ingest.world.RealDatabase;
import crm.tenant.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What a sender is told of limits and of its quota. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class QuotaTest {

    private final Quotas quotas;

    QuotaTest(Quotas quotas) {
        this.quotas = quotas;
    }

    @Test
    void whoHasSentTooMuchIsToldWhenToGoOnAndOthersAreNot() {
        Acme hot = Acme.create();
        Acme quiet = Acme.create();
        Allowance left = quotas.of(TenantId.parse(hot.id()).orElseThrow());
        for (int waiting = 0; waiting < left.quota().waitingRequests(); waiting++) {
            left.enter();
        }

        push(hot)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("RateLimit-Policy", startsWith("\"requests\";q="))
                .header("RateLimit", startsWith("\"requests\";r="))
                .body("type", equalTo("urn:problem-type:crm:too-many-requests"));
        hot.ingest().get("/v1/teams/t").then().statusCode(404);
        push(quiet)
                .statusCode(202)
                .header("RateLimit-Policy", startsWith("\"requests\";q="))
                .header("RateLimit", startsWith("\"requests\";r="));
        left.leave();
        push(hot).statusCode(202);
        push(hot).statusCode(202);
    }

    @Test
    void limitsAndQuotaCanBeRead() {
        Acme.create()
                .ingest()
                .get("/v1/limits")
                .then()
                .statusCode(200)
                .body("limits.recordsInARequest", equalTo(10_000))
                .body("limits.bytesInARequest", equalTo(10 << 20))
                .body("limits.bytesInARecord", equalTo(256 << 10))
                .body("imports.bytesInAFile", equalTo(2L << 30))
                .body("imports.unfinishedImports", equalTo(20))
                .body("quota.waitingRequests", equalTo(256));
    }

    @Test
    void importsAreRequestsOfTheQuotaToo() {
        Acme hot = Acme.create();
        Allowance left = quotas.of(TenantId.parse(hot.id()).orElseThrow());
        for (int waiting = 0; waiting < left.quota().waitingRequests(); waiting++) {
            left.enter();
        }

        importTeam(hot).statusCode(429).header("Retry-After", equalTo("1"));

        left.leave();
        importTeam(hot).statusCode(202);
    }

    private static ValidatableResponse importTeam(Acme tenant) {
        return tenant.ingest()
                .contentType("text/csv")
                .body("id,name\nt,N\n")
                .post("/v1/imports/teams")
                .then();
    }

    private static ValidatableResponse push(Acme tenant) {
        return tenant.ingest()
                .body("{\"id\": \"t\", \"name\": \"N\"}")
                .post("/v1/teams")
                .then();
    }
}
