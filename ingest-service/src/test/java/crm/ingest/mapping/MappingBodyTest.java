package crm.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import crm.http.problem.ProblemException;
import crm.http.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with mappings is told, all of it at once. */
class MappingBodyTest {

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(violations("""
                        {"name": "Our Deals!", "colection": "deals", "file": {"charset": "latin9", "separator": "::"},
                         "dates": {"patterns": ["dd.mm.jjjj", 7], "timeZone": "Mars/Olympus"},
                         "numbers": {"decimal": ",", "thousands": ","},
                         "columns": [{"to": "id"}, {"from": "a"}, 7, {"from": "a", "to": "b", "unit": "miles", "colour": 1}],
                         "unknownColumns": "drop"}"""))
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/colection", "unknown_field"),
                        tuple("/name", "invalid_text"),
                        tuple("/collection", "missing"),
                        tuple("/file/charset", "not_a_member"),
                        tuple("/file/separator", "not_a_member"),
                        tuple("/dates/patterns/0", "invalid_pattern"),
                        tuple("/dates/patterns/1", "wrong_type"),
                        tuple("/dates/timeZone", "invalid_time_zone"),
                        tuple("/numbers/thousands", "out_of_range"),
                        tuple("/columns/0/from", "missing"),
                        tuple("/columns/1/to", "missing"),
                        tuple("/columns/2", "wrong_type"),
                        tuple("/columns/3/unit", "not_a_member"),
                        tuple("/columns/3/colour", "unknown_field"),
                        tuple("/unknownColumns", "not_a_member"));
    }

    @Test
    void fieldsMustBeThoseOfTheCollection() {
        assertThat(violations("""
                        {"name": "m", "collection": "deals", "columns": [
                          {"from": "a", "to": "amuont"}, {"from": "b", "to": "title", "unit": "percent"},
                          {"from": "c", "to": "custom."}, {"from": "d", "to": "amount", "as": "number"}],
                         "constants": {"curency": "EUR"}}"""))
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/columns/0/to", "unknown_field"),
                        tuple("/columns/1/unit", "out_of_range"),
                        tuple("/columns/2/to", "unknown_field"),
                        tuple("/columns/3/as", "out_of_range"),
                        tuple("/constants/curency", "unknown_field"),
                        tuple("/columns", "missing"),
                        tuple("/columns", "missing"));
    }

    @Test
    void aCollectionThatThereIsNotIsRefused() {
        assertThat(violations("{\"name\": \"m\", \"collection\": \"roofs\", \"columns\": []}"))
                .extracting(Violation::pointer)
                .containsExactly("/collection");
    }

    @Test
    void theNameOfTheListOfReadyOnesIsTaken() {
        assertThat(violations("{\"name\": \"ready\", \"collection\": \"deals\"}"))
                .extracting(Violation::pointer)
                .containsExactly("/name");
    }

    private static List<Violation> violations(String json) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> MappingBody.read(json.getBytes(StandardCharsets.UTF_8), null));
        return refused.problem().errors();
    }
}
