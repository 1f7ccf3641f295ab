package crm.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import crm.http.problem.ProblemException;
import crm.http.problem.Violation;
import crm.record.RecordKinds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of rows. */
class RowMapperTest {

    private static final String DEALS = """
            {"name": "ours", "collection": "deals",
             "dates": {"patterns": ["d.M.yyyy"], "timeZone": "Europe/Brussels"},
             "numbers": {"decimal": ","},
             "columns": [
               {"from": "Number", "to": "id"},
               {"from": "Opened", "to": "createdAt"},
               {"from": ["First", "Second"], "joinedBy": " / ", "to": "title"},
               {"from": ["Value", "Estimate"], "to": "amount"},
               {"from": "Chance", "to": "probability"},
               {"from": "Phase", "to": "status", "values": {"Closed Won": "won", "Closed Lost": "lost"}, "otherwise": "open"},
               {"from": "Decided", "to": "closedAt", "onlyIf": {"column": "Phase", "is": ["closed won", "Closed Lost"]}},
               {"from": "Angle", "to": "custom.roofAngle", "as": "number"}],
             "constants": {"currency": "EUR"},
             "ignoredColumns": ["Remark"]}""";

    @Test
    void cellsBecomeFieldsByTheirColumns() {
        RowMapper mapper = mapper("NUMBER , opened,First,Second,Value,Chance,Phase,Decided,Angle,Remark");

        assertThat(json(mapper, "d-17|2.3.2026|Roof|Harbour Street|1.250,50 €|45 %|closed  won|5.4.2026|35,5|x"))
                .isEqualTo(
                        "{\"id\":\"d-17\",\"createdAt\":\"2026-03-01T23:00:00Z\",\"title\":\"Roof / Harbour Street\","
                                + "\"amount\":1250.5,\"probability\":0.45,\"status\":\"won\",\"closedAt\":\"2026-04-04T22:00:00Z\","
                                + "\"currency\":\"EUR\",\"custom\":{\"roofAngle\":35.5}}");
    }

    @Test
    void emptyCellsGiveNothingAndTheNextColumnCounts() {
        RowMapper mapper = mapper("Number,Opened,Value,Estimate,Phase,Decided");

        assertThat(json(mapper, "d-17|2.3.2026||7|Talks|5.4.2026"))
                .isEqualTo("{\"id\":\"d-17\",\"createdAt\":\"2026-03-01T23:00:00Z\",\"amount\":7,\"status\":\"open\","
                        + "\"currency\":\"EUR\"}");
    }

    @Test
    void everyCellThatIsNoValueIsTold() {
        RowMapper mapper = mapper("Number,Opened,Value,Chance,Phase");

        RowMapper.Mapped mapped = mapper.map(List.of("d-17", "soon", "much", "high", ""));

        assertThat(mapped.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/createdAt", "invalid_timestamp"),
                        tuple("/amount", "invalid_number"),
                        tuple("/probability", "invalid_number"));
        assertThat(mapped.violations().getFirst().detail()).startsWith("\"soon\" is no time");
    }

    @Test
    void aRowWithTooManyOrTooFewCellsIsRefused() {
        RowMapper mapper = mapper("Number,Opened");

        assertThat(mapper.map(List.of("d-17")).violations())
                .extracting(Violation::code)
                .containsExactly("wrong_cell_count");
        assertThat(mapper.map(List.of("d-17", "2.3.2026", "x")).violations()).hasSize(1);
    }

    @Test
    void unknownColumnsAreRefusedAllAtOnce() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> mapper("Number,Opened,Vlaue,Fase"))
                .satisfies(refused -> assertThat(refused.problem().errors())
                        .extracting(Violation::detail)
                        .containsExactly(
                                "The mapping does not know the column \"Vlaue\".",
                                "The mapping does not know the column \"Fase\"."));
    }

    @Test
    void aColumnThatEveryRecordNeedsMustBeThere() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> mapper("Value"))
                .satisfies(refused -> assertThat(refused.problem().errors())
                        .extracting(Violation::detail)
                        .containsExactly(
                                "The file has no column that gives id.",
                                "The file has no column that gives createdAt."));
    }

    @Test
    void aNameThatTwoColumnsHaveIsRefusedWhereItIsUsed() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> mapper("Number,Opened,Value,VALUE"))
                .satisfies(refused ->
                        assertThat(refused.problem().errors().getFirst().code()).isEqualTo("ambiguous_column"));
    }

    @Test
    void unknownColumnsCanBecomeFieldsOfTheTenantsOwn() {
        Mapping mapping = mapping("""
                {"name": "m", "collection": "deals", "unknownColumns": "custom", "columns": [
                  {"from": "Id", "to": "id"}, {"from": "Created", "to": "createdAt"}]}""");
        RowMapper mapper = RowMapper.of(mapping, List.of("Id", "Created", "Roof angle (°)", "VIP"));

        assertThat(json(mapper, "1|2026-03-02|35|yes")).endsWith("\"custom\":{\"roofAngle\":\"35\",\"vip\":\"yes\"}}");
    }

    @Test
    void idsAreMadeOfWhatTellsRowsApart() {
        Mapping mapping = mapping("""
                {"name": "m", "collection": "calls", "madeId": {"prefix": "pbx-", "columns": ["Who", "Note"]},
                 "unknownColumns": "ignore",
                 "columns": [{"from": "Start", "to": "startedAt"}], "constants": {"direction": "inbound"}}""");
        RowMapper mapper = RowMapper.of(mapping, List.of("Start", "Who", "Note"));

        String first = id(mapper, "2026-03-02 09:30|ann|xy");
        assertThat(first).startsWith("pbx-").hasSize("pbx-".length() + 32);
        assertThat(id(mapper, "2026-03-02 10:00|ann|xy")).isEqualTo(first);
        assertThat(id(mapper, "2026-03-02 09:30|bob|xy")).isNotEqualTo(first);
        assertThat(id(mapper, "2026-03-02 09:30|annx|y")).isNotEqualTo(first);
    }

    @Test
    void aPlainFileNamesFieldsAsJsonDoes() {
        Mapping plain = Mapping.plain(RecordKinds.ofCollection("deals").orElseThrow());
        RowMapper mapper = RowMapper.of(plain, List.of("id", "createdAt", "contactIds", "stageHistory", "custom.roof"));

        assertThat(
                        json(
                                mapper,
                                "1|2026-03-02T00:00:00Z|k-1; k-2|[{\"stageId\": \"a\", \"enteredAt\": \"2026-03-02T00:00:00Z\"}]|flat"))
                .contains("\"contactIds\":[\"k-1\",\"k-2\"]")
                .contains("\"stageHistory\":[{\"stageId\":\"a\",")
                .contains("\"custom\":{\"roof\":\"flat\"}");
    }

    @Test
    void durationsAreCountedInSecondsWhateverTheyAreWrittenIn() {
        Mapping mapping = mapping("""
                {"name": "m", "collection": "calls", "columns": [
                  {"from": "Id", "to": "id"}, {"from": "Start", "to": "startedAt"}, {"from": "Way", "to": "direction"},
                  {"from": "Talk", "to": "talkSeconds", "unit": "clock"},
                  {"from": "Hold", "to": "holdSeconds", "unit": "milliseconds"},
                  {"from": "Wrap", "to": "wrapSeconds", "unit": "minutes"},
                  {"from": "Dial", "to": "dialSeconds", "unit": "hours-and-minutes"}]}""");
        RowMapper mapper = RowMapper.of(mapping, List.of("Id", "Start", "Way", "Talk", "Hold", "Wrap", "Dial"));

        assertThat(json(mapper, "1|2026-03-02|inbound|1:02:03|1500|1.5|0:02"))
                .contains("\"talkSeconds\":3723,\"holdSeconds\":1.5,\"wrapSeconds\":90,\"dialSeconds\":120");
        assertThat(json(mapper, "1|2026-03-02|inbound|5:30|||")).contains("\"talkSeconds\":330");
    }

    private static RowMapper mapper(String header) {
        return RowMapper.of(mapping(DEALS), Arrays.asList(header.split(",", -1)));
    }

    private static Mapping mapping(String json) {
        return WrittenMapping.parse(json);
    }

    private static String json(RowMapper mapper, String row) {
        RowMapper.Mapped mapped = mapper.map(Arrays.asList(row.split("\\|", -1)));
        assertThat(mapped.violations()).isEmpty();
        return new String(mapped.json(), StandardCharsets.UTF_8);
    }

    private static String id(RowMapper mapper, String row) {
        return json(mapper, row).split("\"", -1)[3];
    }
}
