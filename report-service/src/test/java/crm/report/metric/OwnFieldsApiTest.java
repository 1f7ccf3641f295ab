package crm.report.metric;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import crm.record.CustomField;
import crm.report.world.Company;
import crm.report.world.RealDatabase;
import crm.tenant.FieldDefinition;
import crm.tenant.FieldDefinitions;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deals with a plan, which the tenant registered, and a colour, which it did not. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class OwnFieldsApiTest {

    private static final String YEAR = "from=2025-01-01&to=2026-01-01";

    private Company acme;
    private long position;

    @BeforeEach
    void threeDealsWithPlans() {
        acme = Company.in("Europe/Brussels");
        register(acme, "deals", new CustomField("plan", CustomField.Type.CHOICE, List.of("gold", "silver")));
        register(acme, "leads", new CustomField("angle", CustomField.Type.NUMBER, List.of()));
        register(acme, "deals", new CustomField("area", CustomField.Type.NUMBER, List.of()));
        position = acme.with("deals", "d-1", deal("won", "{\"plan\":\"gold\",\"colour\":\"red\"}"))
                .with("deals", "d-2", deal("lost", "{\"plan\":\"gold\"}"))
                .with("deals", "d-3", deal("won", "{}"))
                .append();
    }

    private static void register(Company company, String collection, CustomField field) {
        Arc.container()
                .instance(FieldDefinitions.class)
                .get()
                .put(company.tenant(), new FieldDefinition(collection, field, Map.of()));
    }

    private static String deal(String status, String custom) {
        return """
            {"status":"%s","createdAt":"2025-01-10T09:00:00Z","closedAt":"2025-03-10T12:00:00Z","custom":%s}\
            """.formatted(status, custom);
    }

    private RequestSpecification asking() {
        return acme.asking().queryParam("minPosition", position).queryParam("wait", 20);
    }

    @Test
    void aRegisteredFieldGroups() {
        asking().get("/v1/metrics/close-rate?groupBy=custom.plan,owner&" + YEAR)
                .then()
                .statusCode(200)
                .body("groups", hasSize(2))
                .body("groups.key['custom.plan']", contains("(none)", "gold"))
                .body("groups.denominator", contains(1, 2));
    }

    @Test
    void aRegisteredFieldFilters() {
        asking().queryParam("filter[custom.plan]", "gold")
                .get("/v1/metrics/close-rate?" + YEAR)
                .then()
                .statusCode(200)
                .body("numerator", equalTo(1))
                .body("denominator", equalTo(2));
        asking().queryParam("filter[custom.plan]", "gold")
                .get("/v1/metrics/close-rate/records?" + YEAR)
                .then()
                .statusCode(200)
                .body("records.id", contains("d-1", "d-2"));
    }

    @Test
    void stocksAreGroupedByWhatWasSoThen() {
        long at = acme.with("deals", "d-4", deal("open", "{\"plan\":\"silver\",\"area\":9.5}"))
                .with("deals", "d-5", deal("open", "{\"plan\":\"silver\",\"area\":10}"))
                .append();

        acme.asking()
                .queryParam("minPosition", at)
                .queryParam("wait", 20)
                .queryParam("groupBy", "custom.plan")
                .get("/v1/metrics/open-opportunities?" + YEAR)
                .then()
                .statusCode(200)
                .body("groups.key['custom.plan']", contains("silver"))
                .body("groups.value", contains(2));
        acme.asking()
                .queryParam("minPosition", at)
                .queryParam("wait", 20)
                .queryParam("filter[custom.area][gte]", "9.75")
                .get("/v1/metrics/open-opportunities?" + YEAR)
                .then()
                .statusCode(200)
                .body("value", equalTo(1));
        acme.asking()
                .queryParam("filter[custom.area][lt]", "wide")
                .get("/v1/metrics/open-opportunities?" + YEAR)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("invalid_number"));
    }

    @Test
    void whatIsNotRegisteredForTheseRecordsIsRefusedWithWhatIs() {
        for (String name : List.of("custom.colour", "custom.angle", "custom.", "custom.plan\"")) {
            asking().queryParam("groupBy", name)
                    .get("/v1/metrics/close-rate?" + YEAR)
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo("unknown_dimension"))
                    .body(
                            "errors[0].detail",
                            allOf(
                                    containsString("owner"),
                                    containsString("custom.plan"),
                                    not(containsString("angle,"))));
        }
    }

    @Test
    void fieldsOfAnotherTenantAreUnknown() {
        Company bolt = Company.in("UTC");

        bolt.asking()
                .get("/v1/metrics/close-rate?groupBy=custom.plan&" + YEAR)
                .then()
                .statusCode(400);
    }
}
