package crm.ingest.record;

import static crm.ingest.record.Verdicting.bytes;
import static crm.ingest.record.Verdicting.faults;
import static crm.ingest.record.Verdicting.kind;
import static crm.ingest.record.Verdicting.read;
import static crm.ingest.record.Verdicting.refused;
import static crm.ingest.record.Verdicting.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of which each has a line. */
class NdjsonRecordsTest {

    private static final String TEAM = "{\"id\":\"t\",\"name\":\"North\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEAM + "\n" + TEAM,
                TEAM + "\n" + TEAM + "\n",
                TEAM + "\r\n" + TEAM + "\r\n",
                "\n\n" + TEAM + "\n \t\n" + TEAM + "\n\n",
                "\ufeff" + TEAM + "\n" + TEAM,
                "  " + TEAM + "  \n" + TEAM,
            })
    void everyLineIsARecordAndEmptyOnesAreNone(String body) {
        assertThat(read(BodyFormat.NDJSON, "teams", body))
                .hasSize(2)
                .allSatisfy(verdict -> assertThat(sound(verdict).data()).isEqualTo("{\"name\":\"North\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"id\":\"x\",\"name\":",
                "{\"id\":\"x\"}}",
                TEAM + " " + TEAM,
                "id,name",
                "{\"id\": 01}",
                "nul",
                "{\"id\":\"x\",\"y\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}",
                "\u0000{}",
            })
    void aBrokenLineIsRefusedAloneAndKeptAsItIs(String line) {
        List<Verdict> verdicts = read(BodyFormat.NDJSON, "teams", TEAM + "\n" + line + "\n" + TEAM);

        assertThat(verdicts).hasSize(3);
        assertThat(faults(verdicts.get(1))).containsExactly(" invalid_json");
        assertThat(refused(verdicts.get(1)).payload()).isEqualTo(line);
        assertThat(sound(verdicts.get(0))).isEqualTo(sound(verdicts.get(2)));
    }

    @Test
    void aLineThatIsNotUtf8IsRefusedAlone() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes(TEAM + "\n"));
        body.writeBytes("{\"id\":\"t\",\"name\":\"Å\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(bytes(TEAM));

        List<Verdict> verdicts = BatchParser.parse(
                kind("teams"), new SentBody(BodyFormat.NDJSON, false, body.toByteArray()), Verdicting.NOW);

        assertThat(faults(verdicts.get(1))).containsExactly(" invalid_json");
        sound(verdicts.get(2));
    }

    @Test
    void aWrongRecordKeepsItsLine() {
        String line = "{\"id\":\"t\", \"name\": 7, \"größe\": \"😀\"}";
        Verdict.Refused refused =
                refused(read(BodyFormat.NDJSON, "teams", line + "\r\n").getFirst());

        assertThat(refused.id()).isEqualTo("t");
        assertThat(refused.collection()).isEqualTo("teams");
        assertThat(refused.payload()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[" + TEAM + "]", "7", "null"})
    void whatIsNotAnObjectIsNotARecord(String line) {
        assertThat(faults(read(BodyFormat.NDJSON, "teams", line).getFirst())).containsExactly(" wrong_type");
    }

    @Test
    void aLineOfTheMostBytesIsReadAndALongerOneIsTooLarge() {
        int most = Limits.PUBLISHED.bytesInARecord();
        String line = padded(most);

        List<Verdict> verdicts = read(
                BodyFormat.NDJSON,
                "teams",
                String.join("\r\n", padded(most - 1), line, padded(most + 1), padded(9 * most), TEAM));

        sound(verdicts.get(0));
        sound(verdicts.get(1));
        assertThat(faults(verdicts.get(2))).containsExactly(" too_large");
        assertThat(faults(verdicts.get(3))).containsExactly(" too_large");
        assertThat(refused(verdicts.get(3)).payload()).isNull();
        sound(verdicts.get(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\r\n"})
    void nothingIsUnreadable(String body) {
        assertThat(problem(body)).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void tenThousandRecordsAreReadAndOneMoreIsTooMany() {
        assertThat(read(BodyFormat.NDJSON, "teams", lines(9_999))).hasSize(9_999);
        assertThat(read(BodyFormat.NDJSON, "teams", lines(10_000))).hasSize(10_000);
        assertThat(problem(lines(10_001))).isEqualTo(ProblemType.TOO_LARGE);
    }

    private static String padded(int bytes) {
        return TEAM.replace("{", "{" + " ".repeat(bytes - TEAM.length()));
    }

    private static String lines(int count) {
        return String.join("\n", Collections.nCopies(count, TEAM));
    }

    private static ProblemType problem(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(BodyFormat.NDJSON, "teams", body))
                .problem()
                .type();
    }
}
