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

    @Test
    void graceAndRepeatedContactsAreThoseOfThePeriodsLastDay() {
        Company acme = Company.in("Europe/Brussels");
        Arc.container()
                .instance(TenantRules.class)
                .get()
                .change(
                        acme.tenant(),
                        Map.of(Rule.RENEWAL_GRACE_DAYS, "0", Rule.REPEAT_CONTACT_DAYS, "1"),
                        LocalDate.parse("2025-06-01"));
        long position = acme.with("contracts", "o-1", contract("2025-05-15"))
                .with("contracts", "o-2", contract("2025-06-15"))
                .with("contracts", "n-1", renewal("o-1", "2025-05-20"))
                .with("contracts", "n-2", renewal("o-2", "2025-06-20"))
                .with("calls", "k-1", contact("2025-05-10"))
                .with("calls", "k-2", contact("2025-05-13"))
                .with("calls", "k-3", contact("2025-06-10"))
                .with("calls", "k-4", contact("2025-06-13"))
                .append();

        numerator(acme, position, "renewal-rate?from=2025-05-01&to=2025-06-01", 1);
        numerator(acme, position, "renewal-rate?from=2025-06-01&to=2025-07-01", 0);
        numerator(acme, position, "renewal-rate?from=2025-06-01&to=2025-07-01&graceDays=5", 1);
        repeated(acme, position, "from=2025-05-01&to=2025-06-01", 1);
        repeated(acme, position, "from=2025-06-01&to=2025-07-01", 0);
        repeated(acme, position, "from=2025-06-01&to=2025-07-01&days=3", 1);
    }

    private static void numerator(Company company, long position, String question, int expected) {
        company.asking()
                .get("/v1/metrics/" + question + "&wait=20&minPosition=" + position)
                .then()
                .statusCode(200)
                .body("numerator", equalTo(expected));
    }

    private static void repeated(Company company, long position, String period, int expected) {
        company.asking()
                .get("/v1/metrics/customer-callbacks?basis=repeat-contacts&wait=20&minPosition=" + position + "&"
                        + period)
                .then()
                .statusCode(200)
                .body("value", equalTo(expected));
    }

    private static String contract(String end) {
        return """
                {"customerId":"c-1","startAt":"2024-01-01T00:00:00Z","endAt":"%sT00:00:00Z"}""".formatted(end);
    }

    private static String renewal(String of, String signed) {
        return """
                {"customerId":"c-1","renewsContractId":"%1$s","startAt":"%2$sT00:00:00Z","signedAt":"%2$sT00:00:00Z"}""".formatted(of, signed);
    }

    private static String contact(String day) {
        return """
                {"direction":"inbound","purpose":"service","startedAt":"%sT09:00:00Z","customerId":"c-1",\
                "caseId":"s-1"}""".formatted(day);
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
