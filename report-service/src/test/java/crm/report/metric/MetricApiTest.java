package crm.report.metric;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import crm.report.catalog.Catalogue;
import crm.report.world.Company;
import crm.report.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three deals of ann and bob, asked for over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class MetricApiTest {

    private static final String YEAR = "from=2025-01-01&to=2026-01-01";

    private Company acme;
    private long position;

    @BeforeEach
    void threeDealsOfAnnAndBob() {
        acme = Company.in("Europe/Brussels");
        position = acme.with("users", "ann", "{\"name\":\"Ann\"}")
                .with("users", "bob", "{\"name\":\"Bob\"}")
                .with("deals", "d-1", deal("ann", "won", "2025-03-31T22:30:00Z", "1200.50"))
                .with("deals", "d-2", deal("ann", "lost", "2025-03-10T12:00:00Z", "300"))
                .with("deals", "d-3", deal("bob", "won", "2025-05-02T12:00:00Z", "80"))
                .append();
    }

    private static String deal(String owner, String status, String closedAt, String amount) {
        return """
                {"status":"%s","amount":%s,"currency":"EUR","ownerId":"%s",\
                "createdAt":"2025-01-10T09:00:00Z","closedAt":"%s"}""".formatted(status, amount, owner, closedAt);
    }

    private RequestSpecification asking() {
        return acme.asking().queryParam("minPosition", position).queryParam("wait", 20);
    }

    @Test
    void theCloseRateIsTheShareOfWonDeals() {
        asking().get("/v1/metrics/close-rate?" + YEAR)
                .then()
                .statusCode(200)
                .body("metric", equalTo("close-rate"))
                .body("value", equalTo(0.666667f))
                .body("numerator", equalTo(2))
                .body("denominator", equalTo(3))
                .body("unit", equalTo("ratio"))
                .body("period.tz", equalTo("Europe/Brussels"))
                .body("period.partial", equalTo(false))
                .body("dataThrough.position", equalTo((int) position))
                .body("definition.formula", containsString("deals won"));
    }

    @Test
    void theSameQuestionAgainHasNotChanged() {
        String question = "/v1/metrics/close-rate?groupBy=owner&" + YEAR;
        String tag = asking().get(question).then().statusCode(200).extract().header("ETag");
        String body = acme.asking().get(question).then().extract().asString();

        acme.asking()
                .header("If-None-Match", "\"other\", W/" + tag)
                .get(question)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .body(emptyString());
        acme.asking()
                .header("If-None-Match", "\"other\"")
                .get(question)
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .body(equalTo(body));
        acme.asking().head(question).then().statusCode(200).header("ETag", tag).body(emptyString());
        acme.asking()
                .header("If-None-Match", tag)
                .head(question)
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void newDataIsToldToWhoHasTheAnswerBefore() {
        String question = "/v1/metrics/close-rate?" + YEAR;
        String tag = asking().get(question).then().statusCode(200).extract().header("ETag");
        long more = acme.with("deals", "d-4", deal("bob", "lost", "2025-06-02T12:00:00Z", "70"))
                .append();

        acme.asking()
                .header("If-None-Match", tag)
                .get(question + "&wait=20&minPosition=" + more)
                .then()
                .statusCode(200)
                .body("denominator", equalTo(4));
    }

    @Test
    void theAnswerAtAPositionIsTheSameByteForByteLater() {
        for (String question : List.of(
                "/v1/metrics/close-rate?groupBy=owner&grain=month&" + YEAR,
                "/v1/metrics/close-rate/records?" + YEAR,
                "/v1/metrics/open-opportunities?period=this_year&groupBy=owner&format=csv")) {
            String then = asking().queryParam("asOf", position).get(question).asString();
            long more = acme.later("users", "ann", "{\"name\":\"Anna\"}")
                    .with("deals", "d-" + question.hashCode(), deal("bob", "lost", "2025-06-02T12:00:00Z", "70"))
                    .append();
            acme.asking().get("/v1/metrics/close-rate?" + YEAR + "&wait=20&minPosition=" + more);

            acme.asking()
                    .queryParam("minPosition", position)
                    .queryParam("wait", 20)
                    .queryParam("asOf", position)
                    .get(question)
                    .then()
                    .statusCode(200)
                    .body(equalTo(then));
        }
    }

    @Test
    void aPositionThatIsNotYetThereCannotBeLookedAt() {
        asking().get("/v1/metrics/close-rate?asOf=" + (position + 1_000) + "&wait=0&" + YEAR)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("errors[0].parameter", equalTo("asOf"));
        asking().get("/v1/metrics/close-rate?asOf=0&" + YEAR)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("asOf"));
        asking().get("/v1/metrics/close-rate?asOf=2100-01-01T00:00:00Z&" + YEAR)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("too_recent"));
    }

    @Test
    void beforeAnythingWasReceivedThereIsNothing() {
        asking().get("/v1/metrics/close-rate?asOf=2020-01-01T00:00:00Z&" + YEAR)
                .then()
                .statusCode(200)
                .body("denominator", equalTo(0))
                .body("dataThrough.position", equalTo(0));
        asking().contentType("application/json")
                .body("""
                        {"asOf": "2020-01-01T00:00:00Z", "wait": 20, "questions": [
                          {"metric": "close-rate", "parameters": {"period": "this_year"}}]}""")
                .post("/v1/metrics/query")
                .then()
                .statusCode(200)
                .body("answers[0].answer.period.from", equalTo("2020-01-01"));
    }

    @Test
    void definitionsAreExportedForOtherTools() {
        acme.asking()
                .get("/v1/metrics/export?format=metricflow")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("semantic_models:"));
        acme.asking()
                .get("/v1/metrics/export?format=osi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("semantic_model[0].name", equalTo("crm"));
        acme.asking()
                .get("/v1/metrics/export?format=xml")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("format"));
    }

    @Test
    void monthsBeginAtMidnightOfTheTenantsZone() {
        asking().get("/v1/metrics/close-rate?grain=month&" + YEAR)
                .then()
                .statusCode(200)
                .body("series", hasSize(12))
                .body("series[2].denominator", equalTo(1))
                .body("series[3].numerator", equalTo(1))
                .body("series[3].start", equalTo("2025-03-31T22:00:00Z"))
                .body("series[6].value", nullValue())
                .body("series[6].reason", equalTo("no_closed_deals"));
    }

    @Test
    void anotherZoneMovesTheDealOfTheEvening() {
        asking().get("/v1/metrics/close-rate?tz=UTC&grain=month&" + YEAR)
                .then()
                .body("series[2].numerator", equalTo(1))
                .body("series[3].denominator", equalTo(0));
    }

    @Test
    void groupsHaveLabels() {
        asking().get("/v1/metrics/close-rate?groupBy=owner&" + YEAR)
                .then()
                .statusCode(200)
                .body("groups.key.owner", contains("bob", "ann"))
                .body("groups.label.owner", contains("Bob", "Ann"))
                .body("groups[1].value", equalTo(0.5f));
    }

    @Test
    void filtersKeepMembers() {
        asking().queryParam("filter[owner]", "ann")
                .get("/v1/metrics/close-rate?" + YEAR)
                .then()
                .body("denominator", equalTo(2));
    }

    @Test
    void moneyIsToldAtItsScale() {
        asking().get("/v1/metrics/close-rate?measure=amount&" + YEAR)
                .then()
                .body("numerator", equalTo(1280.5f))
                .body("denominator", equalTo(1580.5f));
    }

    @Test
    void anAliasIsAsGoodAsTheId() {
        asking().get("/v1/metrics/win-rate?" + YEAR).then().statusCode(200).body("metric", equalTo("close-rate"));
    }

    @Test
    void aNameInAnotherLanguageIsAsGoodAsTheId() {
        asking().get("/v1/metrics/{name}?lang=fr&" + YEAR, "Taux de clôture")
                .then()
                .statusCode(200)
                .body("metric", equalTo("close-rate"))
                .body("name", equalTo("Taux de clôture"));
        acme.asking()
                .get("/v1/metrics/{name}/definition?lang=it", "Цена закрытия")
                .then()
                .statusCode(200)
                .body("name", equalTo("Tasso di conclusione vendite"))
                .body("names.id", equalTo("Tutup tarif"));
    }

    @Test
    void anUnknownLanguageIsRefused() {
        acme.asking().get("/v1/metrics?lang=tlh").then().statusCode(400).body("errors.parameter", contains("lang"));
    }

    @Test
    void severalQuestionsAreAnsweredAtOnePosition() {
        acme.asking()
                .contentType("application/json")
                .body("""
                        {"minPosition": %d, "wait": 20, "questions": [
                          {"id": "rate", "metric": "close-rate", "parameters": {"from": "2025-01-01", "to": "2026-01-01"}},
                          {"metric": "win-rate", "parameters": {"from": "2025-01-01", "to": "2026-01-01",
                            "filter[owner]": ["bob", "cid"], "limit": 5}},
                          {"metric": "close-rate", "parameters": {"from": "2025-01-01", "grain": "decade"}},
                          {"metric": "happiness"}]}""".formatted(position))
                .post("/v1/metrics/query")
                .then()
                .statusCode(200)
                .body("answers.id", contains("rate", "1", "2", "3"))
                .body("answers.status", contains(200, 200, 400, 404))
                .body("answers[0].answer.denominator", equalTo(3))
                .body("answers[1].answer.denominator", equalTo(1))
                .body("answers[2].problem.errors.parameter", hasItems("to", "grain"))
                .body("answers.answer.dataThrough.position", hasItem((int) position))
                .body("dataThrough.position", equalTo((int) position));
    }

    @Test
    void questionsOfTheWrongFormAreRefusedWithAllThatIsWrong() {
        String many = "{\"metric\":\"close-rate\"},".repeat(50) + "{\"metric\":\"close-rate\"}";
        acme.asking()
                .contentType("application/json")
                .body("{\"questions\":[" + many + "]}")
                .post("/v1/metrics/query")
                .then()
                .statusCode(422)
                .body("errors.code", contains("wrong_length"));
        acme.asking()
                .contentType("application/json")
                .body("{\"questions\":[{\"metrik\":\"x\",\"parameters\":{\"wait\":1,\"to\":{}}}],\"wait\":-1}")
                .post("/v1/metrics/query")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/questions/0/metrik",
                                "/questions/0/metric",
                                "/questions/0/parameters/wait",
                                "/questions/0/parameters/to",
                                "/wait"));
    }

    @Test
    void recordsAreTheRowsThatWereCounted() {
        asking().get("/v1/metrics/close-rate/records?limit=2&" + YEAR)
                .then()
                .statusCode(200)
                .body("count", equalTo(3))
                .body("records.id", contains("d-2", "d-1"))
                .body("records[0].ownerId", equalTo("ann"))
                .body("next", notNullValue());
    }

    @Test
    void theCursorGoesOnWhereThePageEnded() {
        String next =
                asking().get("/v1/metrics/close-rate/records?limit=2&" + YEAR).path("next");
        asking().queryParam("cursor", next)
                .get("/v1/metrics/close-rate/records?limit=2&" + YEAR)
                .then()
                .body("records.id", contains("d-3"))
                .body("next", nullValue());
    }

    @Test
    void aComparisonTellsTheChange() {
        asking().get("/v1/metrics/new-revenue?from=2025-05-01&to=2025-06-01&compare=previous")
                .then()
                .statusCode(200)
                .body("comparison.period.from", equalTo("2025-04-01"))
                .body("comparison.value", equalTo(0.0f));
    }

    @Test
    void aDealOfAnotherOwnerTodayIsCreditedAsAsked() {
        position = acme.with("users", "cid", "{\"name\":\"Cid\",\"teamId\":\"north\"}")
                .later("deals", "d-3", deal("cid", "won", "2025-05-02T12:00:00Z", "80"))
                .append();

        asking().get("/v1/metrics/close-rate?groupBy=owner&filter[owner][not]=ann&" + YEAR)
                .then()
                .body("groups.key.owner", contains("bob"));
        asking().get("/v1/metrics/close-rate?groupBy=owner,team&attribution=current&filter[owner][gte]=b&" + YEAR)
                .then()
                .statusCode(200)
                .body("attribution", equalTo("current"))
                .body("groups.key.owner", contains("cid"))
                .body("groups.key.team", contains("north"));
    }

    @Test
    void fiscalYearsBeginInTheMonthAskedFor() {
        asking().get("/v1/metrics/close-rate?grain=year&fiscalYearStart=4&from=2024-04-01&to=2026-04-01")
                .then()
                .statusCode(200)
                .body("period.fiscalYearStart", equalTo(4))
                .body("series.denominator", contains(1, 2))
                .body("series[1].start", equalTo("2025-03-31T22:00:00Z"));
    }

    @Test
    void aComparisonMayHaveBoundsOfItsOwn() {
        asking().get("/v1/metrics/close-rate?from=2025-05-01&to=2025-06-01&compare=2025-03-01..2025-04-01&align=full")
                .then()
                .statusCode(200)
                .body("comparison.period.from", equalTo("2025-03-01"))
                .body("comparison.period.to", equalTo("2025-04-01"))
                .body("comparison.denominator", equalTo(1));
    }

    @Test
    void anotherTenantSeesNothing() {
        Company.in("UTC")
                .asking()
                .get("/v1/metrics/close-rate?" + YEAR)
                .then()
                .statusCode(200)
                .body("value", nullValue())
                .body("denominator", equalTo(0));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        asking().get("/v1/metrics/close-rate?from=yesterday&to=2025-01-01&grain=decade&groupBy=colour&tz=Mars&typo=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", hasItems("from", "grain", "groupBy", "tz", "typo"))
                .body("errors.find { it.parameter == 'groupBy' }.detail", containsString("owner"));
    }

    @Test
    void aPeriodIsNeeded() {
        asking().get("/v1/metrics/close-rate").then().statusCode(400).body("errors.code", hasItem("missing"));
    }

    @Test
    void aPositionThatDoesNotComeIsNotYetVisible() {
        acme.asking()
                .get("/v1/metrics/close-rate?wait=0&minPosition=" + (position + 1_000) + "&" + YEAR)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", containsString("not-yet-visible"));
    }

    @Test
    void anUnknownMetricIsNotFound() {
        asking().get("/v1/metrics/happiness?" + YEAR).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theCatalogueListsEveryMetricWithItsAddress() {
        acme.asking()
                .get("/v1/metrics")
                .then()
                .statusCode(200)
                .body("metrics", hasSize(Catalogue.metrics().size()))
                .body("metrics.find { it.id == 'close-rate' }.href", equalTo("/v1/metrics/close-rate"));
    }
}
