package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import crm.engine.query.Attribution;
import crm.engine.query.Filter;
import crm.engine.query.InvalidQuery;
import crm.engine.query.InvalidQuery.Fault;
import crm.engine.query.MetricQuery;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.report.catalog.Catalogue;
import crm.tenant.Rules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters of a request as the question that they ask. */
class QuestionReaderTest {

    private static final Home HOME =
            new Home(ZoneOffset.UTC, ReportingCalendar.USUAL, "EUR", Rules.USUAL, OwnFields.NONE);
    private static final Instant NOW = Instant.parse("2026-05-15T12:00:00Z");

    @Test
    void membersAreKeptLeftOutOrComparedWithBounds() {
        MetricQuery query = read(
                        "filter[source]", "web,fair",
                        "filter[owner][not]", "ann",
                        "filter[region][gte]", "b",
                        "filter[industry][lt]", "steel")
                .query();

        assertThat(query.filters())
                .extracting(filter -> filter.getClass().getSimpleName() + " "
                        + filter.dimensions().getFirst().name())
                .containsExactly("Only source", "Except owner", "AtLeast region", "Below industry");
        assertThat(query.filters()).element(0).isInstanceOfSatisfying(Filter.Only.class, only -> assertThat(
                        only.members())
                .containsExactly("web", "fair"));
    }

    @Test
    void filtersThatLeaveNothingAreRefused() {
        assertThat(faults("filter[source]", "web", "filter[source][not]", "web"))
                .containsExactly("contradiction");
        assertThat(faults("filter[region][gte]", "c", "filter[region][lt]", "c"))
                .containsExactly("contradiction");
        assertThat(faults("filter[region][gte]", "c", "filter[region][lt]", "d"))
                .isEmpty();
        assertThat(faults("filter[source]", "web,fair", "filter[source][not]", "web"))
                .isEmpty();
    }

    @Test
    void boundsOfNumbersAreNumbers() {
        assertThat(faultsOf("sales-calls-made", "filter[hour][gte]", "noon")).containsExactly("invalid_number");
        assertThat(faultsOf("sales-calls-made", "filter[hour][gte]", "9", "filter[hour][lt]", "17"))
                .isEmpty();
        assertThat(faultsOf("sales-calls-made", "filter[hour][gte]", "17", "filter[hour][lt]", "9"))
                .containsExactly("contradiction");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(faults(
                        "filter[source][like]", "w",
                        "filter[colour][not]", "red",
                        "filter[owner][lt]", "a,b",
                        "align", "full",
                        "fiscalYearStart", "13",
                        "currency", "euro",
                        "attribution", "mine",
                        "limit", "0"))
                .containsExactlyInAnyOrder(
                        "unknown_operator",
                        "unknown_dimension",
                        "repeated",
                        "nothing_to_align",
                        "invalid_number",
                        "unknown_currency",
                        "unknown_attribution");
    }

    @Test
    void aComparisonIsAPeriodByNameOrByBounds() {
        assertThat(read("compare", "2020-01-01..2020-02-01", "align", "full")
                        .compare()
                        .orElseThrow()
                        .from())
                .isEqualTo("2020-01-01T00:00:00Z");
        assertThat(faults("compare", "last")).containsExactly("unknown_comparison");
        assertThat(faults("compare", "2020-02-01..2020-01-01")).containsExactly("empty_range");
        assertThat(faults("compare", "2020-02-01..soon")).containsExactly("invalid_time");
    }

    @Test
    void aComparisonMayNotHaveTooManyPointsEither() {
        assertThat(faults("grain", "day", "compare", "1950-01-01..2000-01-01", "align", "full"))
                .containsExactly("too_many_points");
    }

    @Test
    void theTenantsSettingsCanBeReplaced() {
        MetricQuery query = read(
                        "weekStart", "sunday",
                        "fiscalYearStart", "4",
                        "currency", "USD",
                        "grain", "year",
                        "attribution", "current")
                .query();

        assertThat(query.calendar()).isEqualTo(new ReportingCalendar(DayOfWeek.SUNDAY, Month.APRIL));
        assertThat(query.currency()).isEqualTo("USD");
        assertThat(query.grain()).isEqualTo(TimeGrain.YEAR);
        assertThat(query.attribution()).isEqualTo(Attribution.CURRENT);
    }

    @Test
    void periodsByNameFollowTheFiscalYear() {
        Map<String, List<String>> given = given("fiscalYearStart", "4");
        given.remove("from");
        given.remove("to");
        given.put("period", List.of("this_year"));

        assertThat(read("prospects", given).query().range().from()).isEqualTo("2026-04-01T00:00:00Z");
    }

    private static Question read(String... parameters) {
        return read("prospects", given(parameters));
    }

    private static Question read(String metric, Map<String, List<String>> given) {
        return new QuestionReader(
                        new Parameters(given), Catalogue.metric(metric).orElseThrow(), HOME, NOW)
                .read();
    }

    private static List<String> faults(String... parameters) {
        return faultsOf("prospects", parameters);
    }

    private static List<String> faultsOf(String metric, String... parameters) {
        InvalidQuery refused = catchThrowableOfType(InvalidQuery.class, () -> read(metric, given(parameters)));
        return refused == null
                ? List.of()
                : refused.faults().stream().map(Fault::code).distinct().toList();
    }

    private static Map<String, List<String>> given(String... parameters) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        given.put("from", List.of("2026-01-01"));
        given.put("to", List.of("2026-02-01"));
        for (int index = 0; index < parameters.length; index += 2) {
            given.put(parameters[index], new ArrayList<>(List.of(parameters[index + 1])));
        }
        return given;
    }
}
