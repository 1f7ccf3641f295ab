package crm.ingest.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":"b"}             | {"a":"c"}               | {"a":"c"}
            {"a":"b"}             | {"b":"c"}               | {"a":"b","b":"c"}
            {"a":"b"}             | {"a":null}              | {}
            {"a":"b","b":"c"}     | {"a":null}              | {"b":"c"}
            {"a":["b"]}           | {"a":"c"}               | {"a":"c"}
            {"a":"c"}             | {"a":["b"]}             | {"a":["b"]}
            {"a":{"b":"c"}}       | {"a":{"b":"d","c":null}} | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}     | {"a":[1]}               | {"a":[1]}
            {"e":null}            | {"a":1}                 | {"e":null,"a":1}
            [1,2]                 | {"a":"b","c":null}      | {"a":"b"}
            {}                    | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
            {"a":1.10,"b":1e99999} | {"c":0.10}             | {"a":1.10,"b":1E+99999,"c":0.10}
            {"a":1,"a":2}         | {"b":3}                 | {"a":2,"b":3}
            """)
    void membersAreReplacedAddedAndTakenAway(String before, String patch, String after) {
        assertThat(patch(patch).applyTo(Optional.of(before))).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"a\":1,\"a\":2}", "{} {}"})
    void whatIsNoObjectIsNoPatch(String patch) {
        assertThatThrownBy(() -> patch(patch)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRecordDoesNotGrowBeyondWhatCanBeSent() {
        String large = "x".repeat(MergePatch.LARGEST - "{\"a\":\"\"}".length());

        assertThat(patch("{\"a\":\"" + large + "\"}").applyTo(Optional.of("{}")))
                .hasSize(MergePatch.LARGEST);
        assertThatThrownBy(() -> patch("{\"a\":\"" + large + "x\"}").applyTo(Optional.of("{}")))
                .isInstanceOf(ProblemException.class);
    }

    private static MergePatch patch(String json) {
        return MergePatch.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
