package crm.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that make no sense are refused with a reason that helps, and never break anything. */
@Tag("packaged")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {

    private static final String YEAR = "from=2025-01-01&to=2026-01-01";

    private final Partner partner;

    RefusalTest(Product product) {
        partner = product.newPartner("refusals");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour=red&YEAR                                  | colour           | unknown_parameter
            YEAR&Grain=month                                 | Grain            | unknown_parameter
            grain=month                                      | period           | missing
            from=2025-01-01                                  | to               | missing
            to=2025-01-01                                    | from             | missing
            period=last_month&YEAR                           | period           | missing
            period=last_eon                                  | period           | unknown_period
            period=last_0_days                               | period           | unknown_period
            period=last_99999999999_days                     | period           | unknown_period
            period=                                          | period           | unknown_period
            from=yesterday&to=2026-01-01                     | from             | invalid_time
            from=2025-13-01&to=2026-01-01                    | from             | invalid_time
            from=2025-02-30&to=2026-01-01                    | from             | invalid_time
            from=2025-01-01T00:00&to=2026-01-01              | from             | invalid_time
            from=2025-01-01T25:00:00Z&to=2026-01-01          | from             | invalid_time
            from=0000-01-01&to=2026-01-01                    | from             | invalid_time
            from=2025-01-01&to=%2B999999999-12-31            | to               | invalid_time
            from=%00&to=2026-01-01                           | from             | invalid_time
            from=2026-01-01&to=2025-01-01                    | to               | empty_range
            from=2025-01-01&to=2025-01-01                    | to               | empty_range
            from=1900-01-01&to=2100-01-01                    | to               | range_too_long
            YEAR&from=2025-02-01                             | from             | repeated
            YEAR&grain=fortnight                             | grain            | unknown_grain
            YEAR&grain=MONTH                                 | grain            | unknown_grain
            YEAR&grain=                                      | grain            | unknown_grain
            YEAR&grain=day&grain=day                         | grain            | repeated
            from=1950-01-01&to=2026-01-01&grain=hour         | grain            | too_many_points
            YEAR&tz=Mars/Olympus                             | tz               | unknown_time_zone
            YEAR&tz=%2B25:00                                 | tz               | unknown_time_zone
            YEAR&tz=                                         | tz               | unknown_time_zone
            YEAR&tz=%00                                      | tz               | unknown_time_zone
            YEAR&tz=%E2%80%AEUTC                             | tz               | unknown_time_zone
            YEAR&weekStart=noday                             | weekStart        | unknown_weekday
            YEAR&groupBy=colour                              | groupBy          | unknown_dimension
            YEAR&groupBy=                                    | groupBy          | unknown_dimension
            YEAR&groupBy=owner,                              | groupBy          | unknown_dimension
            YEAR&groupBy=Owner                               | groupBy          | unknown_dimension
            YEAR&groupBy=%F0%9F%92%A9                        | groupBy          | unknown_dimension
            YEAR&groupBy=owner_id                            | groupBy          | unknown_dimension
            YEAR&groupBy=owner%3BDROP                        | groupBy          | unknown_dimension
            YEAR&groupBy=owner,owner                         | groupBy          | repeated
            YEAR&groupBy=owner,team,source,channel           | groupBy          | too_many_dimensions
            YEAR&groupBy=owner&groupBy=team                  | groupBy          | repeated
            YEAR&filter%5Bcolour%5D=red                      | filter[colour]   | unknown_dimension
            YEAR&filter%5B%5D=red                            | filter[]         | unknown_dimension
            YEAR&filter=red                                  | filter           | unknown_parameter
            YEAR&limit=0                                     | limit            | invalid_number
            YEAR&limit=-1                                    | limit            | invalid_number
            YEAR&limit=1001                                  | limit            | invalid_number
            YEAR&limit=many                                  | limit            | invalid_number
            YEAR&limit=1e2                                   | limit            | invalid_number
            YEAR&limit=99999999999999999999                  | limit            | invalid_number
            YEAR&minPosition=-1                              | minPosition      | invalid_number
            YEAR&minPosition=99999999999999999999            | minPosition      | invalid_number
            YEAR&wait=31                                     | wait             | invalid_number
            YEAR&compare=yesteryear                          | compare          | unknown_comparison
            YEAR&basis=guess                                 | basis            | unknown_choice
            YEAR&measure=count&measure=amount                | measure          | repeated
            YEAR&cursor=x                                    | cursor           | unknown_parameter
            """)
    void aWrongParameterIsNamedWithWhatIsWrong(String query, String parameter, String code) {
        Reply reply = partner.report().get("/v1/metrics/close-rate?" + query.replace("YEAR", YEAR));
        ProblemAssert.assertThat(reply).isProblem(400).blames(parameter).hasCode(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cursor=nonsense!     | cursor  | invalid_cursor
            cursor=              | cursor  | invalid_cursor
            cursor=MTIz          | cursor  | invalid_cursor
            cursor=YR9i          | cursor  | invalid_cursor
            cursor=gICA          | cursor  | invalid_cursor
            cursor=%00           | cursor  | invalid_cursor
            limit=1001           | limit   | invalid_number
            part=whole           | part    | unknown_part
            groupBy=owner        | groupBy | unknown_parameter
            grain=day            | grain   | unknown_parameter
            """)
    void aWrongParameterOfRecordsIsNamedWithWhatIsWrong(String query, String parameter, String code) {
        Reply reply = partner.report().get("/v1/metrics/close-rate/records?" + YEAR + "&" + query);
        ProblemAssert.assertThat(reply).isProblem(400).blames(parameter).hasCode(code);
    }

    @Test
    void anUnknownDimensionIsAnsweredWithTheAllowedOnes() {
        Reply reply = partner.report().get("/v1/metrics/close-rate?groupBy=colour&" + YEAR);
        assertThat(reply.json().required("errors").get(0).required("detail").asText())
                .contains("owner", "team", "productFamily", "sector");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Reply reply = partner.report()
                .get("/v1/metrics/close-rate?from=x&to=y&grain=z&tz=z&groupBy=z&limit=z&basis=z&compare=z&zzz=z");
        ProblemAssert.assertThat(reply)
                .isProblem(400)
                .blames("from", "to", "grain", "tz", "groupBy", "limit", "basis", "compare", "zzz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%F0%9F%92%A9",
                "%00",
                "%27%20OR%201=1",
                "%25",
                "a%0D%0Ab",
                "%ED%A0%80",
                "%C0%AF",
                "%FF",
                ",",
                "",
                "%E2%80%AE",
                "%22%7D",
                "$%7Bjndi:x%7D"
            })
    void aFilterMayAskForAnyTextThere(String member) {
        Reply reply = partner.report().get("/v1/metrics/close-rate?" + YEAR + "&filter%5Bowner%5D=" + member);
        assertThat(reply.json(200).required("denominator").asInt()).isZero();
    }

    @Test
    void valuesThatAreTooLongAreRefused() {
        String tooLong = "a".repeat(5_000);
        Reply reply = partner.report().get("/v1/metrics/close-rate?" + YEAR + "&filter%5Bowner%5D=" + tooLong);
        ProblemAssert.assertThat(reply).isProblem(400).blames("filter[owner]").hasCode("too_long");
    }

    @Test
    void addressesThatAreTooLongAreRefused() {
        Reply reply = partner.report().get("/v1/metrics/close-rate?" + YEAR + "&colour=" + "a".repeat(100_000));
        assertThat(reply.status()).isIn(400, 414, 431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/metrics/colour?from=2025-01-01&to=2026-01-01",
                "/v1/metrics/CLOSERATE",
                "/v1/metrics/close-rate%20x",
                "/v1/metrics/%00",
                "/v1/metrics/%F0%9F%92%A9",
                "/v1/metrics/close-rate/colour",
                "/v1/metrics/..%2F..%2Fq",
                "/v1/metric",
                "/v2/metrics",
                "/",
                "/favicon.ico"
            })
    void whatIsNotThereIsNotFound(String path) {
        ProblemAssert.assertThat(partner.report().get(path)).isProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void metricsAreOnlyRead(String method) {
        Reply reply = partner.report().send(method, "/v1/metrics/close-rate", BodyPublishers.ofString("{}"));
        ProblemAssert.assertThat(reply).isProblem(405);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                              | 400
            {                                               | 400
            "deal"                                          | 422
            17                                              | 422
            null                                            | 422
            [1]                                             | 422
            [[]]                                            | 422
            {}                                              | 422
            [{"id": "a"}]                                   | 422
            [{"id": "a", "createdAt": "soon"}]              | 422
            [{"id": "", "createdAt": "2026-01-01T00:00:00Z"}] | 422
            [{"id": "a", "createdAt": "2026-01-01T00:00:00Z", "colour": "red"}] | 422
            [{"id": "a", "createdAt": "2026-01-01T00:00:00Z", "amount": "12,5"}] | 422
            [{"id": "a", "createdAt": "2026-01-01T00:00:00Z", "amount": 1e999999999}] | 422
            [{"id": "a", "createdAt": "2226-01-01T00:00:00Z"}] | 422
            """)
    void recordsThatCannotBeTakenAreRefusedWhole(String body, int status) {
        Reply reply = partner.ingest().send("POST", "/v1/deals", BodyPublishers.ofString(body));
        ProblemAssert.assertThat(reply).isProblem(status);
        assertThat(partner.ingest().get("/v1/deals/a").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/colours", "/v1/deals/a/b", "/v1/Deals", "/v1/%00", "/"})
    void collectionsThatAreNotThereAreNotFound(String path) {
        Reply reply = partner.ingest().send("POST", path, BodyPublishers.ofString("[]"));
        assertThat(reply.status()).isIn(404, 405);
        ProblemAssert.assertThat(reply).isProblem(reply.status());
    }
}
