package crm.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import crm.ingest.mapping.NumberRules.Spelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people and programs of many countries write them. */
class NumberRulesTest {

    private static final NumberRules POINT = new NumberRules('.', ',');
    private static final NumberRules COMMA = new NumberRules(',', '.');

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12500        | 12500
            12,500.50    | 12500.50
            1,234,567    | 1234567
            12,34,567.8  | 1234567.8
            $12,500.00   | 12500.00
            12500 EUR    | 12500
            USD 1,200    | 1200
            € 7          | 7
            -3.5         | -3.5
            (1,200.00)   | -1200.00
            1200-        | -1200
            +5           | 5
            .5           | .5
            1 234 567    | 1234567
            1'234.50     | 1234.50
            1e3          | 1e3
            """)
    void aPointForDecimals(String written, String number) {
        assertThat(POINT.read(written)).hasValue(new Spelled(number, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.500,50    | 12500.50
            12500,5      | 12500.5
            1.234.567    | 1234567
            1 234,50 €   | 1234.50
            -0,25        | -0.25
            """)
    void aCommaForDecimals(String written, String number) {
        assertThat(COMMA.read(written)).hasValue(new Spelled(number, false));
    }

    @Test
    void spacesThatDoNotBreakStandBetweenThousands() {
        assertThat(COMMA.read("1\u00a0234\u202f567,5\u00a0€")).hasValue(new Spelled("1234567.5", false));
    }

    @Test
    void aSignOfPercentIsTold() {
        assertThat(POINT.read("45 %")).hasValue(new Spelled("45", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,23", "12,5.0", "1,2345", "12.5.0", "abc", "1 2", "--5", "", "-", "%", "1/2", "0x10", "1,,000"
            })
    void whatCouldMeanSomethingElseIsNoNumber(String written) {
        assertThat(POINT.read(written)).isEmpty();
    }

    @Test
    void aPointIsNoDecimalPointWhereACommaIs() {
        assertThat(COMMA.read("12.50")).isEmpty();
    }
}
