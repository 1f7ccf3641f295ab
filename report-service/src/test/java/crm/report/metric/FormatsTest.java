package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import crm.engine.model.Metric;
import crm.report.catalog.Catalogue;
import crm.report.table.Format;
import crm.report.world.Company;
import crm.report.world.RealDatabase;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same numbers in JSON, CSV and workbooks. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FormatsTest {

    private static final String YEAR = "from=2025-01-01&to=2026-01-01";

    private Company acme;
    private long position;

    @BeforeEach
    void aSmallCompany() {
        acme = Company.in("Europe/Brussels");
        for (int index = 0; index < 7; index++) {
            String day = "2025-0" + (1 + index) + "-10T12:00:00Z";
            acme.with("deals", "d-" + index, """
                    {"title":"=1+%1$d","status":"%2$s","amount":1%1$d0.50,"currency":"EUR","ownerId":"u-%3$d",\
                    "createdAt":"2025-01-01T09:00:00Z","closedAt":"%4$s","customerId":"c-%1$d"}""".formatted(index, index % 3 == 0 ? "lost" : "won", index % 2, day))
                    .with("leads", "l-" + index, "{\"createdAt\":\"%s\",\"source\":\"web\"}".formatted(day))
                    .with("calls", "k-" + index, """
                            {"direction":"%s","purpose":"sales","startedAt":"%2$s","answeredAt":"%2$s",\
                            "talkSeconds":60,"dealId":"d-%3$d","status":"done"}""".formatted(index % 2 == 0 ? "outbound" : "inbound", day, index));
        }
        position = acme.append();
    }

    private RequestSpecification asking() {
        return acme.asking().queryParam("minPosition", position).queryParam("wait", 20);
    }

    @Test
    void everyMetricTellsTheSameNumbersInEveryFormat() throws IOException {
        for (Metric metric : Catalogue.metrics()) {
            String dimension = metric.shape().dimensions().getFirst().name();
            String question = "/v1/metrics/%s?%s&grain=quarter&groupBy=%s&compare=year&limit=2"
                    .formatted(metric.id(), YEAR, dimension);
            JsonPath json = asking().get(question)
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Line> csv = csv(question);

            assertThat(csv).as(metric.id()).isEqualTo(xlsx(question));
            assertThat(numbers(csv, "total")).as(metric.id()).containsExactly(number(json.get("value")));
            assertThat(numbers(csv, "series")).as(metric.id()).isEqualTo(numbers(json, "series.value"));
            assertThat(numbers(csv, "group")).as(metric.id()).isEqualTo(numbers(json, "groups.value"));
            assertThat(numbers(csv, "comparison"))
                    .as(metric.id())
                    .containsExactly(number(json.get("comparison.value")));
        }
    }

    @Test
    void recordsAreAllInOneTableUnlessAPageIsAskedFor() {
        String all = asking().get("/v1/metrics/close-rate/records?format=csv&sort=-amount&" + YEAR)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("X-Complete", "true")
                .header("X-Total-Count", "7")
                .header("Content-Disposition", containsString("close-rate-records.csv"))
                .extract()
                .asString();

        assertThat(all.lines().skip(1).map(line -> line.substring(0, 3)))
                .containsExactly("d-6", "d-5", "d-4", "d-3", "d-2", "d-1", "d-0");
        assertThat(all).contains("'=1+6");
        asking().get("/v1/metrics/close-rate/records?format=csv&limit=2&" + YEAR)
                .then()
                .header("X-Complete", "false")
                .header("Link", containsString("cursor="));
    }

    @Test
    void sortedPagesFollowEachOther() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            String next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            JsonPath page = asking().get("/v1/metrics/close-rate/records?limit=2&sort=ownerId&" + YEAR + next)
                    .jsonPath();
            seen.addAll(page.getList("records.id"));
            cursor = Optional.ofNullable(page.getString("next")).orElse("");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("d-0", "d-2", "d-4", "d-6", "d-1", "d-3", "d-5");
    }

    @Test
    void theHeaderAcceptChoosesToo() {
        asking().accept(Format.XLSX_TYPE)
                .get("/v1/metrics/close-rate?" + YEAR)
                .then()
                .statusCode(200)
                .contentType(Format.XLSX_TYPE);
        asking().accept("text/html,*/*;q=0.8")
                .get("/v1/metrics/close-rate?" + YEAR)
                .then()
                .contentType("application/json");
    }

    @Test
    void otherFormatsAreNotAcceptable() {
        asking().get("/v1/metrics/close-rate?format=pdf&" + YEAR)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        asking().accept("application/pdf")
                .get("/v1/metrics/close-rate?" + YEAR)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void wrongParametersAreToldAsProblemsInEveryFormat() {
        asking().get("/v1/metrics/close-rate/records?format=csv&sort=colour&typo=1&" + YEAR)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.size()", equalTo(2));
    }

    /** What a row of a table says, and where. */
    private record Line(String part, String start, String value) {}

    private List<Line> csv(String question) {
        String text = asking().get(question + "&format=csv").asString();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
            return records.stream()
                    .map(each -> new Line(each.getField("part"), each.getField("start"), plain(each.getField("value"))))
                    .toList();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Line> xlsx(String question) throws IOException {
        byte[] bytes = asking().get(question + "&format=xlsx").asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> read = workbook.getFirstSheet().openStream()) {
            List<Row> rows = read.toList();
            List<String> names = rows.getFirst().stream().map(Cell::asString).toList();
            return rows.stream()
                    .skip(1)
                    .map(row -> new Line(
                            text(row, names.indexOf("part")),
                            text(row, names.indexOf("start")),
                            plain(text(row, names.indexOf("value")))))
                    .toList();
        }
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column).map(Cell::getText).orElse("");
    }

    private static List<String> numbers(List<Line> lines, String part) {
        return lines.stream()
                .filter(line -> line.part().equals(part))
                .map(Line::value)
                .toList();
    }

    private static List<String> numbers(JsonPath json, String path) {
        List<String> numbers = new ArrayList<>();
        json.<Object>getList(path).forEach(each -> numbers.add(number(each)));
        return numbers;
    }

    private static String number(@org.jspecify.annotations.Nullable Object number) {
        return number == null ? "" : plain(number.toString());
    }

    private static String plain(String number) {
        return number.isEmpty()
                ? ""
                : new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
