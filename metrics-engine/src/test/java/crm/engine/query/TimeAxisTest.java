package crm.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.engine.query.TimeAxis.Bucket;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {

    @Test
    void weeksBeginOnTheDayAskedFor() {
        List<Bucket> weeks = axis("2024-03-01", "2024-03-20", "UTC", TimeGrain.WEEK, DayOfWeek.SUNDAY)
                .buckets();

        assertThat(weeks)
                .extracting(bucket -> bucket.start().toString().substring(0, 10))
                .containsExactly("2024-03-01", "2024-03-03", "2024-03-10", "2024-03-17");
        assertThat(weeks).extracting(Bucket::key).startsWith(LocalDate.parse("2024-02-25"));
    }

    @Test
    void yearsAndQuartersBeginInTheMonthAskedFor() {
        ReportingCalendar fromMay = new ReportingCalendar(DayOfWeek.MONDAY, Month.MAY);
        TimeRange range =
                TimeRange.ofDays(LocalDate.parse("2024-03-31"), LocalDate.parse("2025-06-01"), ZoneId.of("UTC"));

        assertThat(new TimeAxis(range, TimeGrain.YEAR, fromMay).buckets())
                .extracting(Bucket::key)
                .containsExactly(
                        LocalDate.parse("2023-05-01"), LocalDate.parse("2024-05-01"), LocalDate.parse("2025-05-01"));
        assertThat(new TimeAxis(range, TimeGrain.QUARTER, fromMay).buckets())
                .extracting(Bucket::key)
                .startsWith(
                        LocalDate.parse("2024-02-01"), LocalDate.parse("2024-05-01"), LocalDate.parse("2024-08-01"));
    }

    @Test
    void aDayIsShorterOrLongerWhereClocksChange() {
        assertThat(hours("2024-03-30", "2024-04-02", "Europe/Brussels")).containsExactly(24.0, 23.0, 24.0);
        assertThat(hours("2024-10-26", "2024-10-29", "Europe/Brussels")).containsExactly(24.0, 25.0, 24.0);
        assertThat(hours("2024-10-05", "2024-10-08", "Australia/Lord_Howe")).containsExactly(24.0, 23.5, 24.0);
    }

    @Test
    void aDayThatAZoneLeftOutIsNoBucket() {
        assertThat(axis("2011-12-29", "2012-01-01", "Pacific/Apia", TimeGrain.DAY, DayOfWeek.MONDAY)
                        .buckets())
                .extracting(Bucket::key)
                .containsExactly(LocalDate.parse("2011-12-29"), LocalDate.parse("2011-12-31"));
    }

    @Test
    void hoursBeginWhereTheLocalClockShowsAFullHour() {
        List<Bucket> hours = axis("2024-05-01", "2024-05-02", "Asia/Kathmandu", TimeGrain.HOUR, DayOfWeek.MONDAY)
                .buckets();

        assertThat(hours).hasSize(24).allSatisfy(hour -> assertThat(length(hour))
                .isEqualTo(1.0));
        assertThat(hours.getFirst().start()).isEqualTo("2024-04-30T18:15:00Z");
    }

    @Test
    void februaryOfALeapYearHasTwentyNineDays() {
        assertThat(axis("2024-02-01", "2024-03-01", "UTC", TimeGrain.DAY, DayOfWeek.MONDAY)
                        .buckets())
                .hasSize(29);
    }

    @Test
    void theFirstAndTheLastBucketAreCut() {
        TimeRange range = new TimeRange(
                Instant.parse("2024-01-15T06:00:00Z"), Instant.parse("2024-03-02T00:00:00Z"), ZoneId.of("UTC"));

        List<Bucket> months = new TimeAxis(range, TimeGrain.MONTH, ReportingCalendar.USUAL).buckets();

        assertThat(months)
                .extracting(Bucket::start)
                .containsExactly(
                        range.from(), Instant.parse("2024-02-01T00:00:00Z"), Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(months.getLast().end()).isEqualTo(range.to());
        assertThat(months.getFirst().key()).isEqualTo(LocalDate.parse("2024-01-01"));
    }

    @ParameterizedTest
    @EnumSource(TimeGrain.class)
    void bucketsFollowEachOtherWithoutGap(TimeGrain grain) {
        for (String zone :
                List.of("UTC", "Europe/Brussels", "Australia/Lord_Howe", "Asia/Beirut", "America/St_Johns")) {
            TimeAxis axis = axis("2024-02-20", "2024-11-10", zone, grain, DayOfWeek.THURSDAY);
            List<Bucket> buckets = axis.buckets();

            assertThat(buckets.getFirst().start()).isEqualTo(axis.range().from());
            assertThat(buckets.getLast().end()).isEqualTo(axis.range().to());
            for (int index = 1; index < buckets.size(); index++) {
                assertThat(buckets.get(index).start())
                        .isEqualTo(buckets.get(index - 1).end());
                assertThat(axis.keyOf(buckets.get(index).end().minusNanos(1000)))
                        .isEqualTo(buckets.get(index).key());
            }
            assertThat(buckets).extracting(Bucket::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void moreThanTenThousandBucketsAreRefused() {
        assertThatThrownBy(() -> axis("2020-01-01", "2023-01-01", "UTC", TimeGrain.HOUR, DayOfWeek.MONDAY)
                        .buckets())
                .isInstanceOf(InvalidQuery.class)
                .hasMessageContaining("too_many_points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d-1", "", "a b", "Zoë", "x\ny"})
    void aCursorComesBackAsItWasWritten(String key) {
        Cursor cursor = new Cursor(List.of("42", key, ""));

        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertThatThrownBy(() -> Cursor.parse("not base 64!"))
                .isInstanceOf(InvalidQuery.class)
                .hasMessageContaining("invalid_cursor");
    }

    private static List<Double> hours(String from, String to, String zone) {
        return axis(from, to, zone, TimeGrain.DAY, DayOfWeek.MONDAY).buckets().stream()
                .map(TimeAxisTest::length)
                .toList();
    }

    private static double length(Bucket bucket) {
        return Duration.between(bucket.start(), bucket.end()).toMinutes() / 60.0;
    }

    private static TimeAxis axis(String from, String to, String zone, TimeGrain grain, DayOfWeek weekStart) {
        return new TimeAxis(
                TimeRange.ofDays(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone)),
                grain,
                new ReportingCalendar(weekStart, Month.JANUARY));
    }
}
