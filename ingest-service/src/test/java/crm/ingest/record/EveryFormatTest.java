package crm.ingest.record;

import static crm.ingest.record.Verdicting.bytes;
import static crm.ingest.record.Verdicting.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import crm.log.Event;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same record is the same content, byte by byte, whatever format it came in. */
class EveryFormatTest {

    private static final int RECORDS = 40;

    @Test
    void randomRecordsOfEveryKindMeanTheSameInEveryFormat() {
        for (RecordKind kind : RecordKinds.all()) {
            Random random = new Random(kind.collection().hashCode());
            List<AnyRecord> records = IntStream.range(0, RECORDS)
                    .mapToObj(i -> AnyRecord.of(kind, random))
                    .toList();
            List<Event> expected = read(BodyFormat.JSON, kind, list(records, random));

            assertThat(read(BodyFormat.JSON, kind, list(records, random))).isEqualTo(expected);
            assertThat(read(BodyFormat.NDJSON, kind, lines(records, random))).isEqualTo(expected);
            assertThat(read(BodyFormat.CSV, kind, rows(records, random, ','))).isEqualTo(expected);
            assertThat(read(BodyFormat.CSV, kind, rows(records, random, ';'))).isEqualTo(expected);
            assertThat(read(BodyFormat.CSV, kind, rows(records, random, '\t'))).isEqualTo(expected);
            assertThat(sound(BatchParser.parseEvents(
                            UnaryOperator.identity(), SentBody.json(bytes(events(records, random))), Verdicting.NOW)))
                    .isEqualTo(expected);
        }
    }

    private static List<Event> read(BodyFormat format, RecordKind kind, String body) {
        List<Event> plain = sound(BatchParser.parse(kind, new SentBody(format, false, bytes(body)), Verdicting.NOW));
        List<Event> packed =
                sound(BatchParser.parse(kind, new SentBody(format, true, gzip(bytes(body))), Verdicting.NOW));
        assertThat(packed).isEqualTo(plain);
        return plain;
    }

    private static List<Event> sound(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdicting::sound).toList();
    }

    private static String list(List<AnyRecord> records, Random random) {
        return records.stream().map(record -> record.asJson(random)).collect(Collectors.joining(" ,\n", "[", "]"));
    }

    private static String lines(List<AnyRecord> records, Random random) {
        return records.stream().map(record -> record.asJson(random)).collect(Collectors.joining("\r\n"));
    }

    private static String events(List<AnyRecord> records, Random random) {
        return records.stream().map(record -> record.asEvent(random)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String rows(List<AnyRecord> records, Random random, char separator) {
        List<String> columns = records.stream()
                .flatMap(record -> record.values().keySet().stream())
                .distinct()
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        java.util.Collections.shuffle(columns, random);
        String header = String.join(String.valueOf(separator), columns);
        return records.stream()
                .map(record -> record.asRow(columns, separator))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}
