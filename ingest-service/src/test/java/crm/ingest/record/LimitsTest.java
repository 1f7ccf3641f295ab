package crm.ingest.record;

import static crm.ingest.record.Verdicting.faults;
import static crm.ingest.record.Verdicting.read;
import static crm.ingest.record.Verdicting.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.limit.Limits;
import crm.log.Receipt;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every published limit: one less and as much as it says are taken, one more is refused. */
class LimitsTest {

    private static final Limits LIMITS = Limits.PUBLISHED;

    @Test
    void recordsInARequest() {
        assertThat(read(BodyFormat.JSON, "teams", list(LIMITS.recordsInARequest() - 1)))
                .hasSize(9_999);
        assertThat(read(BodyFormat.JSON, "teams", list(LIMITS.recordsInARequest())))
                .hasSize(10_000);
        assertThat(problem(list(LIMITS.recordsInARequest() + 1))).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void bytesInARecord() {
        IntFunction<String> padded = size -> {
            String bare = "{\"id\":\"t\",\"name\":\"é\"}";
            return bare.replace("{", "{" + " ".repeat(size - Verdicting.bytes(bare).length));
        };
        refusedFromOneMore(LIMITS.bytesInARecord(), padded, " too_large");
        refusedFromOneMore(LIMITS.bytesInARecord(), size -> "[ " + padded.apply(size) + " ]", " too_large");
    }

    @Test
    void nesting() {
        IntFunction<String> nested =
                depth -> "{\"id\":\"t\",\"name\":\"N\",\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";

        for (int depth : List.of(LIMITS.nesting() - 1, LIMITS.nesting())) {
            assertThat(faults(
                            read(BodyFormat.JSON, "teams", nested.apply(depth)).getFirst()))
                    .containsExactly("/x unknown_field");
        }
        assertThat(problem(nested.apply(LIMITS.nesting() + 1))).isEqualTo(ProblemType.UNREADABLE);
        assertThat(problem("[" + nested.apply(LIMITS.nesting()) + "]")).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void charactersOfANumber() {
        IntFunction<String> number = digits -> "{\"id\":\"t\",\"name\":\"N\",\"x\":" + "7".repeat(digits) + "}";

        for (int digits : List.of(LIMITS.charactersOfANumber() - 1, LIMITS.charactersOfANumber())) {
            assertThat(faults(
                            read(BodyFormat.JSON, "teams", number.apply(digits)).getFirst()))
                    .containsExactly("/x unknown_field");
        }
        assertThat(problem(number.apply(LIMITS.charactersOfANumber() + 1))).isEqualTo(ProblemType.UNREADABLE);
    }

    @Test
    void charactersOfAnId() {
        refusedFromOneMore(
                LIMITS.charactersOfAnId(),
                length -> "{\"id\":\"" + "😀".repeat(length) + "\",\"name\":\"N\"}",
                "/id too_long");
    }

    @Test
    void customFields() {
        refusedFromOneMore(
                LIMITS.customFields(),
                count -> IntStream.range(0, count)
                        .mapToObj(i -> "\"c" + i + "\":1")
                        .collect(Collectors.joining(",", "{\"id\":\"t\",\"name\":\"N\",\"custom\":{", "}}")),
                "/custom too_many_items");
    }

    @Test
    void charactersOfACustomName() {
        int most = LIMITS.charactersOfACustomName();
        IntFunction<String> named =
                length -> "{\"id\":\"t\",\"name\":\"N\",\"custom\":{\"" + "n".repeat(length) + "\":1}}";

        refusedFromOneMore(most, named, "/custom/" + "n".repeat(most) + "… too_long");
    }

    @Test
    void charactersOfACustomText() {
        refusedFromOneMore(
                LIMITS.charactersOfACustomText(),
                length -> "{\"id\":\"t\",\"name\":\"N\",\"custom\":{\"c\":\"" + "x".repeat(length) + "\"}}",
                "/custom/c too_long");
    }

    @Test
    void digitsOfACustomNumber() {
        int most = LIMITS.digitsOfACustomNumber();
        String head = "{\"id\":\"t\",\"name\":\"N\",\"custom\":{\"c\":";

        refusedFromOneMore(most, digits -> head + "9".repeat(digits) + "}}", "/custom/c out_of_range");
        refusedFromOneMore(most, digits -> head + "0." + "9".repeat(digits) + "}}", "/custom/c too_many_decimals");
    }

    @Test
    void errorsOfARecord() {
        IntFunction<String> wrong = count -> IntStream.range(0, count)
                .mapToObj(i -> "\"f" + i + "\":1")
                .collect(Collectors.joining(",", "{\"id\":\"t\",\"name\":\"N\",", "}"));

        for (int count : List.of(LIMITS.errorsOfARecord() - 1, LIMITS.errorsOfARecord())) {
            assertThat(faults(read(BodyFormat.JSON, "teams", wrong.apply(count)).getFirst()))
                    .hasSize(count)
                    .doesNotContain(" too_many_errors");
        }
        assertThat(faults(read(BodyFormat.JSON, "teams", wrong.apply(LIMITS.errorsOfARecord() + 50))
                        .getFirst()))
                .hasSize(LIMITS.errorsOfARecord() + 1)
                .contains(" too_many_errors");
    }

    @Test
    void errorsInAnAnswer() {
        Verdict twice = read(BodyFormat.JSON, "teams", "{\"x\":1}").getFirst();
        IntFunction<BatchAnswer> answered =
                records -> BatchAnswer.of(Collections.nCopies(records, twice), new Receipt(0, List.of()));
        int full = LIMITS.errorsInAnAnswer() / 3;

        assertThat(Verdicting.faults(twice)).hasSize(3);
        assertThat(answered.apply(full).rejections()).hasSize(3 * full);
        assertThat(answered.apply(full + 1).rejections()).hasSize(3 * (full + 1));
        assertThat(answered.apply(full + 2).rejections()).hasSize(3 * (full + 1) + 1);
        assertThat(answered.apply(full + 2).rejected()).isEqualTo(full + 2);
    }

    @Test
    void hoursAhead() {
        IntFunction<String> ahead =
                hours -> "{\"id\":\"d\",\"createdAt\":\"" + Verdicting.NOW.plus(hours, ChronoUnit.HOURS) + "\"}";

        sound(read(BodyFormat.JSON, "deals", ahead.apply(LIMITS.hoursAhead() - 1))
                .getFirst());
        sound(read(BodyFormat.JSON, "deals", ahead.apply(LIMITS.hoursAhead())).getFirst());
        assertThat(faults(read(BodyFormat.JSON, "deals", ahead.apply(LIMITS.hoursAhead() + 1))
                        .getFirst()))
                .containsExactly("/createdAt in_the_future");
    }

    private static void refusedFromOneMore(int most, IntFunction<String> body, String fault) {
        sound(read(BodyFormat.JSON, "teams", body.apply(most - 1)).getFirst());
        sound(read(BodyFormat.JSON, "teams", body.apply(most)).getFirst());
        assertThat(faults(read(BodyFormat.JSON, "teams", body.apply(most + 1)).getFirst()))
                .containsExactly(fault);
    }

    private static String list(int count) {
        return "{\"id\":\"t\",\"name\":\"N\"},"
                .repeat(count - 1)
                .transform(records -> "[" + records + "{\"id\":\"t\",\"name\":\"N\"}]");
    }

    private static ProblemType problem(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(BodyFormat.JSON, "teams", body))
                .problem()
                .type();
    }
}
