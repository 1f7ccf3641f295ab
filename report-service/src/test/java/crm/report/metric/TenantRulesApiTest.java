package crm.report.metric;

import static org.hamcrest.Matchers.equalTo;

import crm.report.world.Company;
import crm.report.world.RealDatabase;
import crm.tenant.Rule;
import crm.tenant.TenantRules;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Callers who gave up after eight seconds, one in May and one in June; since June ten seconds are short. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class TenantRulesApiTest {

    @Test
    void theShortAbandonThresholdIsThatOfThePeriodsLastDay() {
        Company acme = Company.in("Europe/Brussels");
        Arc.container()
                .instance(TenantRules.class)
                .get()
                .change(acme.tenant(), Map.of(Rule.SHORT_ABANDON_SECONDS, "10"), LocalDate.parse("2025-06-01"));
        long position = acme.with("calls", "k-1", lost("2025-05-10T09:00:00Z", "2025-05-10T09:00:08Z"))
                .with("calls", "k-2", lost("2025-06-10T09:00:00Z", "2025-06-10T09:00:08Z"))
                .append();

        value(acme, position, "from=2025-05-01&to=2025-06-01", 1);
        value(acme, position, "from=2025-06-01&to=2025-07-01", 0);
        value(acme, position, "from=2025-06-01&to=2025-07-01&shortAbandonSeconds=5", 1);
    }

    private static void value(Company company, long position, String period, int expected) {
        company.asking()
                .get("/v1/metrics/calls-lost-before-answer?wait=20&minPosition=" + position + "&" + period)
                .then()
                .statusCode(200)
                .body("value", equalTo(expected));
    }

    private static String lost(String from, String to) {
        return """
                {"direction":"inbound","purpose":"service","startedAt":"%1$s","queuedAt":"%1$s","endedAt":"%2$s",\
                "endedBy":"caller","abandonStage":"queue"}""".formatted(from, to);
    }
}
