package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @Test
    void wholeSecondsAreReadAsAFormatterReadsThem() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            Instant moment = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 253_000_000_000L));

            assertThat(Moments.read(moment.toString())).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2026-11-03T10:15:30.5Z",
                "2026-11-03T10:15:30.123456789Z",
                "2026-11-03T10:15:30+05:30",
                "2026-11-03T24:00:00Z",
                "2026-11-03T10:15:30z"
            })
    void everyOtherFormIsLeftToTheFormatter(String text) {
        assertThat(Moments.read(text)).isEqualTo(Instant.parse(text).truncatedTo(ChronoUnit.MICROS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T10:00:00Z", "2026-13-01T10:00:00Z", "2026-11-03T25:00:00Z", "2026-11-03", ""})
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> Moments.read(text)).isInstanceOf(DateTimeException.class);
    }
}
