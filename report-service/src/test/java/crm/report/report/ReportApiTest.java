package crm.report.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import crm.report.world.Company;
import crm.report.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports over HTTP: what there is, answers in every format, definitions, refusals. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ReportApiTest {

    private static final String YEAR = "from=2025-01-01&to=2026-01-01";

    private Company acme;
    private long position;

    @BeforeEach
    void aSmallCompany() {
        acme = Company.in("Europe/Brussels");
        acme.with("users", "u-0", "{\"name\":\"=Ann\"}").with("users", "u-1", "{\"name\":\"Bob\"}");
        for (int index = 0; index < 7; index++) {
            acme.with(
                    "deals", "d-" + index, """
                    {"title":"=1+%1$d","status":"%2$s","amount":1%1$d0.50,"currency":"EUR","ownerId":"u-%3$d",\
                    "createdAt":"2025-01-01T09:00:00Z","closedAt":"2025-0%4$d-10T12:00:00Z","source":"web",\
                    "lossReason":"price"}""".formatted(index, index % 3 == 0 ? "lost" : "won", index % 2, 1 + index));
        }
        position = acme.append();
    }

    private RequestSpecification asking() {
        return acme.asking().queryParam("minPosition", position).queryParam("wait", 20);
    }

    @Test
    void reportsAreListedByWhatTheyAreAbout() {
        acme.asking()
                .get("/v1/reports?lang=fr")
                .then()
                .statusCode(200)
                .body("buckets.bucket", hasItems("sales", "campaigns", "customers", "activity", "service", "quality"))
                .body(
                        "buckets.find { it.bucket == 'sales' }.reports.title",
                        hasItem("Rapport de performance des ventes"))
                .body(
                        "buckets.collectMany { it.reports }.size()",
                        equalTo(ReportCatalogue.reports().size()));
    }

    @Test
    void aReportTellsRowsTotalsAndWhereTheRecordsAre() {
        JsonPath answer = asking().get("/v1/reports/win-loss?" + YEAR)
                .then()
                .statusCode(200)
                .body("report", equalTo("win-loss"))
                .body("rows.owner", equalTo(List.of("u-0", "u-1")))
                .body("rows.ownerLabel", equalTo(List.of("=Ann", "Bob")))
                .body("rows.won", equalTo(List.of(2, 2)))
                .body("rows.lost", equalTo(List.of(2, 1)))
                .body("totals.won", equalTo(4))
                .body("chart.x", equalTo("owner"))
                .extract()
                .jsonPath();

        String template = answer.getString("columns.find { it.key == 'lost' }.records");
        acme.asking()
                .urlEncodingEnabled(false)
                .get(template.replace("{owner}", "u-0"))
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("records.id", equalTo(List.of("d-0", "d-6")));
    }

    @Test
    void everyReportTellsTheSameRowsAsATable() {
        for (Report report : ReportCatalogue.reports()) {
            JsonPath json = asking().get("/v1/reports/%s?%s".formatted(report.id(), YEAR))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            String csv = asking().get("/v1/reports/%s?%s&format=csv".formatted(report.id(), YEAR))
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/csv"))
                    .header("X-Complete", "true")
                    .header("Content-Disposition", containsString(report.id() + ".csv"))
                    .extract()
                    .asString();
            asking().get("/v1/reports/%s?%s&format=xlsx".formatted(report.id(), YEAR))
                    .then()
                    .statusCode(200);

            List<String> keys = json.getList("columns.key");
            assertThat(csv.lines().findFirst()).as(report.id()).contains("part," + String.join(",", keys));
            assertThat(csv.lines().filter(line -> line.startsWith("row,")).count())
                    .as(report.id())
                    .isEqualTo(json.getList("rows").size());
            assertThat(csv).doesNotContain(",=1").doesNotContain(",=Ann");
        }
    }

    @Test
    void everyDefinitionNamesEveryColumn() {
        for (Report report : ReportCatalogue.reports()) {
            List<String> defined = acme.asking()
                    .get("/v1/reports/" + report.id() + "/definition")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(report.id()))
                    .extract()
                    .path("columns.key");
            List<String> shown = asking().get("/v1/reports/%s?%s".formatted(report.id(), YEAR))
                    .jsonPath()
                    .getList("columns.findAll { it.role == 'measure' || it.role == 'detail' }.key");

            assertThat(shown.stream().filter(key -> !key.contains("=") && !key.equals("total")))
                    .as(report.id())
                    .isSubsetOf(defined);
        }
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        acme.asking()
                .get("/v1/reports/sales-performance?from=2025-01-01&typo=1&groupBy=mood&sort=colour&filter[mood]=a")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", hasItems("typo", "groupBy", "sort", "filter[mood]", "to"));
    }

    @Test
    void anUnknownReportIsNotFound() {
        acme.asking().get("/v1/reports/no-such-report?" + YEAR).then().statusCode(404);
    }

    @Test
    void listsAreReadPageByPage() {
        JsonPath first = asking().get("/v1/reports/lost-deals?limit=2&" + YEAR)
                .then()
                .statusCode(200)
                .body("rows.id", equalTo(List.of("d-0", "d-3")))
                .body("totals.count", equalTo(3))
                .body("complete", equalTo(false))
                .extract()
                .jsonPath();

        acme.asking()
                .urlEncodingEnabled(false)
                .get(first.getString("links.next"))
                .then()
                .body("rows.id", equalTo(List.of("d-6")))
                .body("complete", equalTo(true))
                .body("rows", hasSize(1));
    }

    @Test
    void aSeriesHasNoGaps() {
        asking().get("/v1/reports/incoming-deals?grain=quarter&" + YEAR)
                .then()
                .body("rows.deals", equalTo(List.of(7, 0, 0, 0)))
                .body("rows.size()", equalTo(4));
    }
}
