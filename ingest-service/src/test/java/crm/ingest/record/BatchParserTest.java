package crm.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be as a whole. */
class BatchParserTest {

    private static final RecordKind TEAMS = RecordKinds.ofCollection("teams").orElseThrow();

    private static final String TEAM = "{\"id\":\"t\",\"name\":\"North\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "[",
                "]",
                "[{}",
                "{\"id\"}",
                "{\"id\": \"x\"}}",
                "{} {}",
                "[] []",
                "{\"id\": 'x'}",
                "{\"id\": NaN}",
                "{\"id\": 01}",
                "// comment",
                "{\"id\": \"a\nb\"}",
                "{\"id\": \"x\",}",
                "{\"id\": \"\\x\"}",
                "nul"
            })
    void whatIsNotJsonIsUnreadable(String body) {
        assertThat(problemOf(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void deepNestingIsUnreadable() {
        String body = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(problemOf(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void aMegabyteOfDigitsIsUnreadable() {
        String body = "{\"order\": " + "9".repeat(1 << 20) + "}";

        assertThat(problemOf(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(ProblemType.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void onlyUtf8IsRead(String charset) {
        assertThat(problemOf(TEAM.getBytes(Charset.forName(charset)))).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void brokenUtf8IsUnreadable() {
        byte[] body = TEAM.getBytes(StandardCharsets.UTF_8);
        body[8] = (byte) 0xff;

        assertThat(problemOf(body)).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void surrogatesEncodedOneByOneAreUnreadable() {
        byte[] body = TEAM.replace("North", "...").getBytes(StandardCharsets.UTF_8);
        int at = new String(body, StandardCharsets.UTF_8).indexOf("...");
        body[at] = (byte) 0xed;
        body[at + 1] = (byte) 0xa0;
        body[at + 2] = (byte) 0x80;

        assertThat(problemOf(body)).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void tenThousandRecordsAreReadAndOneMoreIsTooMany() {
        assertThat(BatchParser.parse(TEAMS, list(10_000), Instant.EPOCH)).hasSize(10_000);
        assertThat(problemOf(list(10_001))).isEqualTo(ProblemType.TOO_LARGE);
    }

    private static byte[] list(int records) {
        return ("[" + String.join(",", Collections.nCopies(records, TEAM)) + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemType problemOf(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> BatchParser.parse(TEAMS, body, Instant.EPOCH))
                .problem()
                .type();
    }
}
