package crm.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void beforeAMonthStandsTheMonthBefore() {
        assertThat(days("2024-03-01", "2024-04-01").previous()).isEqualTo(days("2024-02-01", "2024-03-01"));
    }

    @Test
    void beforeAQuarterStandTheThreeMonthsBefore() {
        assertThat(days("2024-01-01", "2024-04-01").previous()).isEqualTo(days("2023-10-01", "2024-01-01"));
    }

    @Test
    void beforeSomeDaysStandAsManyDays() {
        assertThat(days("2024-03-25", "2024-04-01").previous()).isEqualTo(days("2024-03-18", "2024-03-25"));
    }

    @Test
    void beforePartsOfDaysStandAsManySeconds() {
        Instant noon = Instant.parse("2024-03-31T12:00:00Z");

        assertThat(new TimeRange(noon, noon.plusSeconds(90), BRUSSELS).previous())
                .isEqualTo(new TimeRange(noon.minusSeconds(90), noon, BRUSSELS));
    }

    @Test
    void aYearBeforeTheLeapDayStandsTheDayBeforeMarch() {
        assertThat(days("2024-02-29", "2024-03-01").yearBefore()).isEqualTo(days("2023-02-28", "2023-03-01"));
    }

    @Test
    void aRunningRangeEndsNow() {
        TimeRange march = days("2024-03-01", "2024-04-01");
        Instant now = Instant.parse("2024-03-15T10:30:00Z");

        assertThat(march.until(now)).isEqualTo(new TimeRange(march.from(), now, BRUSSELS));
        assertThat(march.until(march.to())).isEqualTo(march);
        assertThat(march.until(march.from())).isEqualTo(march);
    }

    @Test
    void aDayWithoutMidnightBeginsWhenItsClockDoes() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");

        TimeRange day = TimeRange.ofDays(LocalDate.parse("2024-03-31"), LocalDate.parse("2024-04-01"), beirut);

        assertThat(day.from()).isEqualTo("2024-03-30T22:00:00Z");
        assertThat(day.isWholeDays()).isTrue();
        assertThat(day.previous().firstDay()).isEqualTo("2024-03-30");
    }

    @Test
    void aRangeThatEndsWhereItBeginsIsRefused() {
        assertThatThrownBy(() -> days("2024-03-01", "2024-03-01"))
                .isInstanceOfSatisfying(InvalidQuery.class, refused -> assertThat(refused.faults())
                        .extracting(InvalidQuery.Fault::parameter, InvalidQuery.Fault::code)
                        .containsExactly(org.assertj.core.api.Assertions.tuple("to", "empty_range")));
    }

    @Test
    void aRangeOfMoreThanAHundredYearsIsRefused() {
        assertThatThrownBy(() -> new TimeRange(Instant.EPOCH, Instant.parse("2080-01-01T00:00:00Z"), ZoneOffset.UTC))
                .isInstanceOf(InvalidQuery.class)
                .hasMessageContaining("range_too_long");
    }

    private static TimeRange days(String from, String to) {
        return TimeRange.ofDays(LocalDate.parse(from), LocalDate.parse(to), BRUSSELS);
    }
}
