package crm.ingest.record;

import static crm.ingest.record.Verdicting.bytes;
import static crm.ingest.record.Verdicting.gzip;
import static crm.ingest.record.Verdicting.kind;
import static crm.ingest.record.Verdicting.read;
import static crm.ingest.record.Verdicting.readPacked;
import static crm.ingest.record.Verdicting.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.limit.Limits;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies packed by gzip, and what the headers say of a body. */
class PackedBodyTest {

    private static final int MOST = Limits.PUBLISHED.bytesInARequest();

    @ParameterizedTest
    @EnumSource(BodyFormat.class)
    void aPackedBodyIsReadLikeAPlainOne(BodyFormat format) {
        String body =
                switch (format) {
                    case JSON -> "\ufeff[{\"id\":\"a\",\"name\":\"N\"}, {\"id\":\"b\",\"nme\":\"😀\"} ,7]";
                    case NDJSON -> "\ufeff{\"id\":\"a\",\"name\":\"N\"}\n{\"id\":\"b\",\"nme\":\"😀\"}\n7";
                    case CSV -> "\ufeffid,name\na,N\nb,\n";
                };

        assertThat(readPacked(format, "teams", gzip(bytes(body)))).isEqualTo(read(format, "teams", body));
    }

    @Test
    void everyRefusedRecordOfAPackedListKeepsItsTextFarIntoTheBodyToo() {
        Random random = new Random(7);
        List<String> records = IntStream.range(0, 3000)
                .mapToObj(i -> "{\"id\":\"d-" + i + "\", \"note\": \"" + noise(random, random.nextInt(2000)) + "😀\"}")
                .toList();
        String largest = "{\"note\":\"" + "x".repeat(Limits.PUBLISHED.bytesInARecord() - 11) + "\"}";
        String body = records.stream().collect(Collectors.joining(" ,\n", "[", "," + largest + "]"));

        List<Verdict> verdicts = readPacked(BodyFormat.JSON, "deals", gzip(bytes(body)));

        for (int i = 0; i < records.size(); i++) {
            assertThat(refused(verdicts.get(i)).payload()).isEqualTo(records.get(i));
        }
        assertThat(refused(verdicts.getLast()).payload()).isEqualTo(largest);
    }

    @ParameterizedTest
    @EnumSource(BodyFormat.class)
    void whatIsUnpackedIsCountedToTheByte(BodyFormat format) {
        for (int size : List.of(MOST - 1, MOST, MOST + 1)) {
            byte[] body = new byte[size];
            Arrays.fill(body, (byte) (format == BodyFormat.JSON ? ' ' : '\n'));
            byte[] start = bytes(format == BodyFormat.CSV ? "id,name\n" : "{\"id\":\"t\",\"name\":\"N\"}\n");
            System.arraycopy(start, 0, body, 0, start.length);
            if (size > MOST) {
                assertThat(problem(format, gzip(body)).type()).isEqualTo(ProblemType.TOO_LARGE);
            } else {
                assertThat(readPacked(format, "teams", gzip(body))).hasSize(format == BodyFormat.CSV ? 0 : 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BodyFormat.class)
    void whatIsNotPackedOrCutOffIsUnreadable(BodyFormat format) {
        byte[] packed = gzip(bytes("{\"id\":\"t\",\"name\":\"North\"}\n".repeat(1000)));

        assertThat(problem(format, bytes("{}")).type()).isEqualTo(ProblemType.UNREADABLE);
        assertThat(problem(format, new byte[0]).type()).isEqualTo(ProblemType.UNREADABLE);
        assertThat(problem(format, Arrays.copyOf(packed, packed.length - 9)).type())
                .isEqualTo(ProblemType.UNREADABLE);
        packed[packed.length - 6] ^= 1;
        assertThat(problem(format, packed).type()).isIn(ProblemType.UNREADABLE, ProblemType.INVALID_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void onlyUtf8IsRead(String charset) {
        byte[] body = "id,name\nt,N\n".getBytes(java.nio.charset.Charset.forName(charset));

        assertThat(problem(BodyFormat.CSV, gzip(body)).type()).isEqualTo(ProblemType.UNREADABLE);
        assertThat(problem(BodyFormat.NDJSON, gzip(body)).type()).isEqualTo(ProblemType.UNREADABLE);
        assertThat(problem(BodyFormat.JSON, gzip(body)).type()).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void csvInAnotherCharsetIsUnreadable() {
        byte[] body = "id,name\nt,Å\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problem(BodyFormat.CSV, gzip(body)).detail()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=iso-8859-1",
                "text/csv; charset=windows-1252",
                "application/xml",
                "text/plain"
            })
    void otherTypesAndCharsetsAreNotTaken(String type) {
        assertThat(headers(type, null)).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
    void otherEncodingsAreNotTaken(String encoding) {
        assertThat(headers("text/csv", encoding)).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv; charset=\"UTF-8\"", "TEXT/CSV;charset=utf-8;header=present", "text/csv"})
    void utf8MayBeSaid(String type) {
        SentBody body = SentBody.of(MediaType.valueOf(type), "GZIP", null);

        assertThat(body.format()).isEqualTo(BodyFormat.CSV);
        assertThat(body.packed()).isTrue();
    }

    private static ProblemType headers(String type, @org.jspecify.annotations.Nullable String encoding) {
        return catchThrowableOfType(
                        ProblemException.class, () -> SentBody.of(MediaType.valueOf(type), encoding, new byte[0]))
                .problem()
                .type();
    }

    private static Problem problem(BodyFormat format, byte[] packed) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> BatchParser.parse(kind("teams"), new SentBody(format, true, packed), Verdicting.NOW))
                .problem();
    }

    private static String noise(Random random, int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise).toLowerCase(Locale.ROOT);
    }
}
