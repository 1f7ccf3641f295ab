package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.query.TimeRange;
import crm.report.metric.Comparison.Align;
import crm.report.metric.Comparison.Base;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a period is compared with, in a zone whose clocks change. */
class ComparisonTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource({
        // A month, which has passed.
        "2026-03-01, 2026-04-01, 2030-01-01T00:00, previous, TO_DATE, 2026-02-01T00:00, 2026-03-01T00:00",
        "2026-03-01, 2026-04-01, 2030-01-01T00:00, previous, FULL, 2026-02-01T00:00, 2026-03-01T00:00",
        "2026-03-01, 2026-04-01, 2030-01-01T00:00, year, TO_DATE, 2025-03-01T00:00, 2025-04-01T00:00",
        "2024-02-01, 2024-03-01, 2030-01-01T00:00, year, TO_DATE, 2023-02-01T00:00, 2023-03-01T00:00",
        // Sunday to Sunday five weeks before, and fifty-two.
        "2026-03-01, 2026-04-01, 2030-01-01T00:00, previous, SAME_WEEKDAY, 2026-01-25T00:00, 2026-02-25T00:00",
        "2026-03-01, 2026-04-01, 2030-01-01T00:00, year, SAME_WEEKDAY, 2025-03-02T00:00, 2025-04-02T00:00",
        "2026-03-02, 2026-03-09, 2030-01-01T00:00, previous, SAME_WEEKDAY, 2026-02-23T00:00, 2026-03-02T00:00",
        // A month of which half an afternoon and some days have passed, the change of clocks among them.
        "2026-03-01, 2026-04-01, 2026-03-30T15:30, previous, TO_DATE, 2026-02-01T00:00, 2026-03-01T00:00",
        "2026-04-01, 2026-05-01, 2026-04-29T15:30, previous, TO_DATE, 2026-03-01T00:00, 2026-03-29T15:30",
        "2026-04-01, 2026-05-01, 2026-04-29T15:30, previous, FULL, 2026-03-01T00:00, 2026-04-01T00:00",
        "2026-04-01, 2026-05-01, 2026-04-29T15:30, previous, SAME_WEEKDAY, 2026-02-25T00:00, 2026-03-25T15:30",
        // The same point of another year, though one of them has a day more.
        "2028-01-01, 2029-01-01, 2028-11-21T12:00, year, TO_DATE, 2027-01-01T00:00, 2027-11-21T12:00",
        // A period of its own: never more than there is of it, and moved to the nearest such weekday.
        "2026-03-01, 2026-04-01, 2026-03-11T06:00, 2020-05-01, TO_DATE, 2020-05-01T00:00, 2020-05-06T00:00",
        "2026-03-01, 2026-04-01, 2026-03-03T06:00, 2020-05-01, TO_DATE, 2020-05-01T00:00, 2020-05-03T06:00",
        "2026-03-01, 2026-04-01, 2026-03-03T06:00, 2020-05-01, FULL, 2020-05-01T00:00, 2020-05-06T00:00",
        "2026-03-01, 2026-04-01, 2026-03-03T06:00, 2020-05-01, SAME_WEEKDAY, 2020-05-03T00:00, 2020-05-05T06:00",
        "2026-03-01, 2026-03-02, 2030-01-01T00:00, 2020-05-06, SAME_WEEKDAY, 2020-05-03T00:00, 2020-05-04T00:00",
    })
    void likeIsComparedWithLike(
            LocalDate from,
            LocalDate to,
            LocalDateTime now,
            String base,
            Align align,
            LocalDateTime otherFrom,
            LocalDateTime otherTo) {
        TimeRange whole = TimeRange.ofDays(from, to, ZONE);
        Instant instant = now.atZone(ZONE).toInstant();

        TimeRange other = new Comparison(base(base), align).of(whole.until(instant), whole);

        assertThat(LocalDateTime.ofInstant(other.from(), ZONE)).isEqualTo(otherFrom);
        assertThat(LocalDateTime.ofInstant(other.to(), ZONE)).isEqualTo(otherTo);
    }

    @Test
    void theSameWeekdayBeforeNeverOverlapsThePeriod() {
        for (int length = 1; length < 40; length++) {
            LocalDate from = LocalDate.parse("2026-03-10");
            TimeRange whole = TimeRange.ofDays(from, from.plusDays(length), ZONE);

            TimeRange other = new Comparison(new Comparison.Previous(), Align.SAME_WEEKDAY).of(whole, whole);

            assertThat(other.to()).isBeforeOrEqualTo(whole.from());
            assertThat(other.firstDay().getDayOfWeek()).isEqualTo(from.getDayOfWeek());
        }
    }

    private static Base base(String word) {
        return switch (word) {
            case "previous" -> new Comparison.Previous();
            case "year" -> new Comparison.YearBefore();
            default -> {
                LocalDate from = LocalDate.parse(word);
                yield new Comparison.Other(TimeRange.ofDays(from, from.plusDays(5), ZONE));
            }
        };
    }
}
