package crm.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import crm.http.problem.Violation;
import crm.ingest.csv.CsvRows;
import crm.ingest.record.RecordJudge;
import crm.ingest.record.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mapping that is shipped fits the records, and takes a small export of its system whole. */
class ReadyMappingsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    static Stream<Mapping> ready() {
        return new ReadyMappings().all().stream().map(WrittenMapping::parse);
    }

    @ParameterizedTest
    @MethodSource("ready")
    void aSampleOfItsSystemGoesThroughWhole(Mapping mapping) throws IOException {
        try (InputStream sample = Objects.requireNonNull(
                getClass().getResourceAsStream("samples/" + mapping.name() + ".csv"), mapping.name())) {
            CsvRows rows =
                    CsvRows.of(sample, mapping.file().charset(), mapping.file().separator());
            RowMapper mapper = RowMapper.of(mapping, rows.header());
            RecordJudge judge = new RecordJudge(mapping.kind(), NOW);
            int count = 0;
            while (rows.hasNext()) {
                RowMapper.Mapped mapped = mapper.map(rows.next().cells());
                assertThat(violations(judge.judge(mapped.json(), mapped.violations())))
                        .as("row %d of %s", ++count, mapping.name())
                        .isEmpty();
            }
            assertThat(count).isPositive();
            assertThat(mapper.use().ignored())
                    .as("columns of the sample that the mapping passes over")
                    .isEqualTo(mapping.ignored());
        }
    }

    @ParameterizedTest
    @MethodSource("ready")
    void itSaysWhereItsNamesAreFromAndWhatIsNotKnown(Mapping mapping) {
        assertThat(mapping.source()).isNotNull();
        assertThat(mapping.name()).endsWith(mapping.collection());
    }

    @Test
    void everySystemHasDealsContactsAndCalls() {
        assertThat(ready().map(Mapping::name))
                .hasSize(12)
                .allMatch(name -> name.matches("(hubspot|salesforce|pipedrive|zendesk-sell)-(deals|contacts|calls)"));
    }

    private static List<Violation> violations(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound sound -> List.of();
            case Verdict.Refused refused -> refused.violations();
        };
    }
}
