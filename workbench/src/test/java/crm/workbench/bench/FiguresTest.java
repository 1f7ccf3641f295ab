package crm.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void bucketsOfAnAnswerAreKnownByTheirLocalDate() throws Exception {
        var answer = new ObjectMapper().readTree("""
                {"series": [{"start": "2026-01-31T23:00:00Z", "value": 3}, {"start": "2026-02-28T23:00:00Z", "value": null}]}
                """);
        assertThat(Figures.of(answer, QuestionShape.YEAR_BY_MONTH).values())
                .isEqualTo(Map.of("2026-02-01", BigDecimal.valueOf(3), "2026-03-01", BigDecimal.ZERO));
    }

    @Test
    void aMissingPlaceIsZeroAndRoundingIsNoDifference() {
        Figures one = new Figures(Map.of("a", new BigDecimal("10.00"), "b", BigDecimal.ZERO));
        Figures other = new Figures(Map.of("a", new BigDecimal("10.004")));
        assertThat(one.differences(other)).isZero();
    }

    @Test
    void anotherValueIsADifference() {
        Figures one = new Figures(Map.of("a", BigDecimal.ONE));
        assertThat(one.differences(new Figures(Map.of("a", BigDecimal.TWO)))).isEqualTo(1);
        assertThat(one.differences(new Figures(Map.of()))).isEqualTo(1);
    }
}
