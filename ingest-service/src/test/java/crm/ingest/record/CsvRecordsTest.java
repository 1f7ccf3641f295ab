package crm.ingest.record;

import static crm.ingest.record.Verdicting.faults;
import static crm.ingest.record.Verdicting.read;
import static crm.ingest.record.Verdicting.refused;
import static crm.ingest.record.Verdicting.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.limit.Limits;
import crm.log.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of which each has a row. */
class CsvRecordsTest {

    private static final String CREATED = "2026-03-02T09:30:00Z";

    @Test
    void aRowIsARecordAndItsEmptyCellsAreNotGiven() {
        Event event = sound(read(
                        BodyFormat.CSV,
                        "deals",
                        "id;updatedAt;createdAt;amount;title;wonAt\r\nd-1;2026-03-03T00:00:00Z;" + CREATED
                                + ";12500.00;\"a;\"\"b\"\"\nc\";\r\n")
                .getFirst());

        assertThat(event.recordId()).isEqualTo("d-1");
        assertThat(event.version()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(event.data())
                .isEqualTo("{\"title\":\"a;\\\"b\\\"\\nc\",\"amount\":12500,\"createdAt\":\"" + CREATED + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title | roof | \"title\":\"roof\"",
                "title | 17 | \"title\":\"17\"",
                "title | true | \"title\":\"true\"",
                "ownerId | 17 | \"ownerId\":\"17\"",
                "amount | 1E+03 | \"amount\":1000",
                "amount | 007.50 | \"amount\":7.5",
                "amount | ` 7 ` | \"amount\":7",
                "score | 70 | \"score\":70",
                "score | 70.0 | \"score\":70",
                "status | ` won ` | \"status\":\"won\"",
                "currency | EUR | \"currency\":\"EUR\"",
                "closedAt | 2026-05-12T15:00:00+02:00 | \"closedAt\":\"2026-05-12T13:00:00Z\"",
                "contactIds | k-4 | \"contactIds\":[\"k-4\"]",
                "contactIds | `\"[\"\"k-4\"\",\"\"k|5\"\"]\"` | \"contactIds\":[\"k-4\",\"k|5\"]",
                "stageHistory | `\"[{\"\"stageId\"\":\"\"p\"\",\"\"enteredAt\"\":\"\"2026-03-20T10:00:00Z\"\"}]\"` | "
                        + "\"stageHistory\":[{\"stageId\":\"p\",\"enteredAt\":\"2026-03-20T10:00:00Z\"}]",
                "custom.roofAngle | 35 | \"custom\":{\"roofAngle\":35}",
                "custom.roofAngle | 35.50 | \"custom\":{\"roofAngle\":35.5}",
                "custom.zip | 01234 | \"custom\":{\"zip\":\"01234\"}",
                "custom.zip | `\"\"\"35\"\"\"` | \"custom\":{\"zip\":\"35\"}",
                "custom.south | true | \"custom\":{\"south\":true}",
                "custom.a.b | x | \"custom\":{\"a.b\":\"x\"}",
                "custom | `\"{\"\"b\"\":1,\"\"a\"\":\"\"x\"\"}\"` | \"custom\":{\"a\":\"x\",\"b\":1}",
            })
    void aCellStandsForAValueOfItsField(String column, String cell, String canonical) {
        String data = sound(
                        read(BodyFormat.CSV, "deals", "id,createdAt," + column + "\nd-1," + CREATED + "," + cell + "\n")
                                .getFirst())
                .data();

        assertThat(data).contains(canonical);
    }

    @Test
    void textsHaveABarBetweenThem() {
        assertThat(sound(read(BodyFormat.CSV, "deals", "id,createdAt,contactIds\nd-1," + CREATED + ",k-4 | k-5|k-6\n")
                                .getFirst())
                        .data())
                .contains("\"contactIds\":[\"k-4\",\"k-5\",\"k-6\"]");
    }

    @Test
    void flagsMayBeSpelledAsSpreadsheetsDo() {
        assertThat(sound(read(
                                        BodyFormat.CSV,
                                        "calls",
                                        "id,startedAt,direction,isCallback\nc-1," + CREATED + ",inbound,TRUE\n")
                                .getFirst())
                        .data())
                .contains("\"isCallback\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount | twelve | /amount invalid_number",
                "amount | `\"12500,00\"` | /amount invalid_number",
                "amount | `\"1, \"\"x\"\": 2\"` | /amount invalid_number",
                "score | 7.5 | /score invalid_number",
                "score | many | /score wrong_type",
                "status | maybe | /status not_a_member",
                "closedAt | yesterday | /closedAt invalid_timestamp",
                "contactIds | a,b | ` wrong_cell_count`",
                "stageHistory | proposal | /stageHistory wrong_type",
                "stageHistory | `\"[],\"\"title\"\":[]\"` | /stageHistory wrong_type",
                "custom | `\"{}, \"\"title\"\":\"\"x\"\"\"` | /custom wrong_type",
                "title | `a\u0000b` | /title invalid_text",
            })
    void aCellThatCannotStandForAValueIsRefusedInTheFieldsWords(String column, String cell, String fault) {
        Verdict verdict = read(
                        BodyFormat.CSV, "deals", "id,createdAt," + column + "\nd-1," + CREATED + "," + cell + "\n")
                .getFirst();

        assertThat(faults(verdict)).containsExactly(fault);
        assertThat(refused(verdict).id()).isEqualTo("d-1");
    }

    @Test
    void whatWasRefusedIsKeptAsJsonThatCanBeMendedAndSentAgain() {
        String payload = refused(read(
                                BodyFormat.CSV,
                                "deals",
                                "id,createdAt,score,amount,contactIds,custom.x\nd-1,soon,70,12.50,a|b,7\n")
                        .getFirst())
                .payload();

        assertThat(payload)
                .isEqualTo("{\"id\":\"d-1\",\"createdAt\":\"soon\",\"score\":70,\"amount\":12.50,"
                        + "\"contactIds\":[\"a\",\"b\"],\"custom\":{\"x\":7}}");
    }

    @Test
    void aRowWithTooManyOrTooFewCellsIsRefusedAlone() {
        List<Verdict> verdicts = read(BodyFormat.CSV, "teams", "id,name\nt-1,North\nt-2\nt-3,South,7\nt-4,East\n");

        assertThat(faults(verdicts.get(1))).containsExactly(" wrong_cell_count");
        assertThat(refused(verdicts.get(1)).id()).isEqualTo("t-2");
        assertThat(faults(verdicts.get(2))).containsExactly(" wrong_cell_count");
        assertThat(refused(verdicts.get(2)).payload())
                .isEqualTo("{\"id\":\"t-3\",\"name\":\"South\",\"cell 3\":\"7\"}");
        sound(verdicts.get(0));
        sound(verdicts.get(3));
    }

    @Test
    void aWrongHeaderIsToldOnceWithEverythingThatIsWrong() {
        ProblemException problem =
                problem("deals", "Id,name,title,title,custom,custom.x,\nd-1,x,y,z,,,\nd-2,x,y,z,,,\n");

        assertThat(problem.problem().type()).isEqualTo(ProblemType.INVALID_CONTENT);
        assertThat(faults(problem))
                .containsExactlyInAnyOrder(
                        "/Id unknown_field",
                        "/name unknown_field",
                        "/title duplicate_field",
                        "/ unknown_field",
                        "/id missing",
                        "/createdAt missing",
                        "/custom duplicate_field");
    }

    @Test
    void aHeaderAloneHoldsNoRecords() {
        assertThat(read(BodyFormat.CSV, "teams", "id,name\n")).isEmpty();
    }

    @Test
    void asManyColumnsAsAreTakenAreReadAndOneMoreIsRefused() {
        int most = Limits.PUBLISHED.columns();

        assertThat(problem("teams", columns(most + 1)))
                .satisfies(problem -> assertThat(faults(problem)).contains(" too_many_items"));
        assertThat(faults(read(BodyFormat.CSV, "teams", columns(most)).getFirst()))
                .containsExactly("/custom too_many_items");
        sound(read(BodyFormat.CSV, "teams", columns(2 + Limits.PUBLISHED.customFields()))
                .getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "id,name\nt-1,\"North", "id,name\nt-1,\"No\"rth\n"})
    void whatBreaksTheRulesOfCsvIsUnreadable(String body) {
        assertThat(problem("teams", body).problem().type()).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void tenThousandRowsAreReadAndOneMoreIsTooMany() {
        assertThat(read(BodyFormat.CSV, "teams", rows(9_999))).hasSize(9_999);
        assertThat(read(BodyFormat.CSV, "teams", rows(10_000))).hasSize(10_000);
        assertThat(problem("teams", rows(10_001)).problem().type()).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void aRowOfTheMostBytesIsReadAndALargerOneIsTooLarge() {
        int most = Limits.PUBLISHED.bytesInARecord();

        for (int size : List.of(most - 1, most, most + 1)) {
            int texts = most / 2100;
            String cell = "x".repeat(2000);
            String cells = (cell + ",").repeat(texts);
            String header =
                    IntStream.range(0, texts).mapToObj(i -> "custom.c" + i).collect(Collectors.joining(","));
            String bare = rowAsJson(header, cells, "");
            String name = "n".repeat(size - bare.length());
            Verdict verdict = read(
                            BodyFormat.CSV,
                            "teams",
                            "id,name," + header + "\nt," + name + "," + cells.substring(0, cells.length() - 1) + "\n")
                    .getFirst();
            assertThat(faults(verdict).contains(" too_large")).isEqualTo(size > most);
        }
    }

    private static String rowAsJson(String header, String cells, String name) {
        String[] names = header.split(",");
        String[] values = cells.split(",");
        return IntStream.range(0, names.length)
                .mapToObj(i -> "\"" + names[i].substring("custom.".length()) + "\":\"" + values[i] + "\"")
                .collect(Collectors.joining(",", "{\"id\":\"t\",\"name\":\"" + name + "\",\"custom\":{", "}}"));
    }

    private static String columns(int count) {
        String custom = IntStream.range(2, count).mapToObj(i -> ",custom.c" + i).collect(Collectors.joining());
        return "id,name" + custom + "\nt,North" + ",1".repeat(count - 2) + "\n";
    }

    private static String rows(int count) {
        return "id,name\n" + "t,North\n".repeat(count);
    }

    private static ProblemException problem(String collection, String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(BodyFormat.CSV, collection, body));
    }
}
