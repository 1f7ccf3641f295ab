package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Whether an answer tells what went wrong as it is promised: RFC 9457, and nothing of the inside. */
final class ProblemAssert extends AbstractAssert<ProblemAssert, Reply> {

    private static final Pattern OF_THE_INSIDE =
            Pattern.compile("Exception|\\tat |\\bjava\\.|\\bcrm\\.[a-z]|SELECT |INSERT |jdbc:|<html|/target/");

    private ProblemAssert(Reply reply) {
        super(reply, ProblemAssert.class);
    }

    static ProblemAssert assertThat(Reply reply) {
        return new ProblemAssert(reply);
    }

    ProblemAssert isProblem(int status) {
        Assertions.assertThat(actual.status()).as(actual.body()).isEqualTo(status);
        Assertions.assertThat(actual.mediaType()).as(actual.body()).isEqualTo("application/problem+json");
        JsonNode problem = actual.json();
        Assertions.assertThat(problem.required("status").asInt()).isEqualTo(status);
        Assertions.assertThat(List.of("type", "title", "detail")).allSatisfy(member -> Assertions.assertThat(
                        problem.required(member).asText())
                .as(member)
                .isNotBlank());
        Assertions.assertThat(actual.body()).doesNotContainPattern(OF_THE_INSIDE);
        return this;
    }

    /** That exactly these parameters are wrong, in any order, each told once. */
    ProblemAssert blames(String... parameters) {
        List<String> blamed = new ArrayList<>();
        actual.json()
                .required("errors")
                .forEach(error -> blamed.add(error.path("parameter").asText()));
        Assertions.assertThat(blamed).as(actual.body()).containsExactlyInAnyOrder(parameters);
        return this;
    }

    ProblemAssert hasCode(String code) {
        Assertions.assertThat(actual.json().required("errors").findValuesAsText("code"))
                .as(actual.body())
                .contains(code);
        return this;
    }
}
