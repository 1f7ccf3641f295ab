package crm.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import crm.record.CustomField;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of a tenant's own hold what was registered. */
class CustomFieldTest {

    private static final RecordKind TEAMS = RecordKinds.ofCollection("teams")
            .orElseThrow()
            .withCustomFields(List.of(
                    new CustomField("motto", CustomField.Type.STRING, List.of()),
                    new CustomField("area", CustomField.Type.NUMBER, List.of()),
                    new CustomField("since", CustomField.Type.DATE, List.of()),
                    new CustomField("remote", CustomField.Type.BOOLEAN, List.of()),
                    new CustomField("plan", CustomField.Type.CHOICE, List.of("gold", "silver"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"motto\": \"Up\" | {\"motto\":\"Up\"}",
                "\"area\": 84.50 | {\"area\":84.5}",
                "\"area\": \"84.50\" | {\"area\":84.5}",
                "\"since\": \"2026-03-02\" | {\"since\":\"2026-03-02\"}",
                "\"remote\": false | {\"remote\":false}",
                "\"plan\": \"silver\" | {\"plan\":\"silver\"}",
                "\"free\": 1, \"plan\": \"gold\" | {\"free\":1,\"plan\":\"gold\"}",
                "\"free\": \"1\", \"plan\": null, \"area\": \"\" | {\"free\":\"1\"}",
            })
    void whatFitsIsTaken(String custom, String canonical) {
        assertThat(verdict(custom)).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(
                        sound.event().data())
                .contains("\"custom\":" + canonical));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"motto\": 5 | /custom/motto wrong_type",
                "\"motto\": true | /custom/motto wrong_type",
                "\"area\": \"1,5\" | /custom/area invalid_number",
                "\"area\": true | /custom/area wrong_type",
                "\"area\": [1] | /custom/area wrong_type",
                "\"area\": \"1000000000000000000\" | /custom/area out_of_range",
                "\"since\": \"2026-02-29\" | /custom/since invalid_date",
                "\"since\": 2026 | /custom/since wrong_type",
                "\"remote\": \"yes\" | /custom/remote wrong_type",
                "\"plan\": \"Gold\" | /custom/plan not_a_member",
                "\"plan\": {} | /custom/plan wrong_type",
            })
    void whatDoesNotFitIsToldWithItsPlace(String custom, String fault) {
        assertThat(verdict(custom))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.violations())
                        .extracting(each -> each.pointer() + " " + each.code())
                        .containsExactly(fault));
    }

    @Test
    void aCellIsReadAsItsColumnsFieldIsRegistered() {
        String csv = """
                id,name,custom.motto,custom.area,custom.remote,custom.plan,custom.free
                t,North,007,7.50,TRUE, gold ,007
                """;

        Verdict verdict = BatchParser.parse(
                        TEAMS, new SentBody(BodyFormat.CSV, false, csv.getBytes(StandardCharsets.UTF_8)), Instant.EPOCH)
                .getFirst();

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(
                        sound.event().data())
                .contains("{\"area\":7.5,\"free\":\"007\",\"motto\":\"007\",\"plan\":\"gold\",\"remote\":true}"));
    }

    private static Verdict verdict(String custom) {
        String record = "{\"id\": \"t\", \"name\": \"North\", \"custom\": {" + custom + "}}";
        return BatchParser.parse(TEAMS, record.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)
                .getFirst();
    }
}
