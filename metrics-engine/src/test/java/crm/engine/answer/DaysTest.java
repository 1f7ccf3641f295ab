package crm.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z, 31",
        "Europe/Brussels, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 1",
        "Europe/Brussels, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 1",
        "Europe/Brussels, 2026-10-24T22:00:00Z, 2026-10-25T10:30:00Z, 0.5",
        "Asia/Kolkata, 2026-03-01T00:30:00Z, 2026-03-01T12:30:00Z, 0.5",
        "UTC, 2026-03-01T18:00:00Z, 2026-03-03T06:00:00Z, 1.5",
        "UTC, 2026-03-01T18:00:00Z, 2026-03-01T18:00:00Z, 0",
        "UTC, 2026-03-02T00:00:00Z, 2026-03-01T00:00:00Z, 0"
    })
    void aDayIsADayHoweverLongAndItsPartAPart(ZoneId zone, Instant from, Instant to, String days) {
        assertThat(Days.between(from, to, zone)).isEqualByComparingTo(days);
    }
}
