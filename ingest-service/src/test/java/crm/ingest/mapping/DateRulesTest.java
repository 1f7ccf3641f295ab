package crm.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times as files write them. */
class DateRulesTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02T09:30:00Z          | 2026-03-02T09:30:00Z
            2026-03-02T09:30:00.000+0000  | 2026-03-02T09:30:00Z
            2026-03-02T09:30:00+01:00     | 2026-03-02T08:30:00Z
            2026-03-02 09:30              | 2026-03-02T09:30:00Z
            2026-03-02 09:30:15           | 2026-03-02T09:30:15Z
            2026-03-02T09:30              | 2026-03-02T09:30:00Z
            2026-03-02                    | 2026-03-02T00:00:00Z
            """)
    void isoIsAlwaysUnderstood(String written, String moment) {
        assertThat(DateRules.USUAL.reader().moment(written)).hasToString("Optional[" + moment + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d.M.yyyy HH:mm   | en | 2.3.2026 09:30        | 2026-03-02T08:30:00Z
            d.M.yyyy         | en | 15.7.2026             | 2026-07-14T22:00:00Z
            M/d/yyyy h:mm a  | en | 3/2/2026 9:30 pm      | 2026-03-02T20:30:00Z
            dd MMM yyyy      | fr | 02 févr. 2026         | 2026-02-01T23:00:00Z
            d MMMM yyyy      | en | 2 march 2026          | 2026-03-01T23:00:00Z
            d/M/yy           | en | 2/3/26                | 2026-03-01T23:00:00Z
            """)
    void patternsAreReadInTheirZoneAndLanguage(String pattern, String language, String written, String moment) {
        DateRules rules = new DateRules(List.of(pattern), BRUSSELS, Locale.forLanguageTag(language));

        assertThat(rules.reader().moment(written)).hasToString("Optional[" + moment + "]");
    }

    @Test
    void theFirstPatternThatFitsCounts() {
        DateRules rules = new DateRules(List.of("d/M/yyyy", "M/d/yyyy"), BRUSSELS, Locale.ENGLISH);

        assertThat(rules.reader().day("3/4/2026")).hasValue(LocalDate.of(2026, 4, 3));
        assertThat(rules.reader().day("3/14/2026")).hasValue(LocalDate.of(2026, 3, 14));
    }

    @Test
    void secondsAndMillisecondsSince1970AreTimes() {
        DateRules seconds = new DateRules(List.of("epoch-seconds"), BRUSSELS, Locale.ENGLISH);
        DateRules milliseconds = new DateRules(List.of("epoch-milliseconds"), BRUSSELS, Locale.ENGLISH);

        assertThat(seconds.reader().moment("1772443800")).hasToString("Optional[2026-03-02T09:30:00Z]");
        assertThat(milliseconds.reader().moment("1772443800000")).hasToString("Optional[2026-03-02T09:30:00Z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"30.2.2026", "2026-02-30", "31.4.2026", "32.1.2026", "yesterday", "1.1.2026 25:00", "", "2026"})
    void aDayThatThereIsNotIsNone(String written) {
        DateRules rules = new DateRules(List.of("d.M.yyyy", "d.M.yyyy HH:mm"), BRUSSELS, Locale.ENGLISH);

        assertThat(rules.reader().moment(written)).isEmpty();
    }
}
