package crm.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HandSqlTest {

    private static final LocalDate END = LocalDate.of(2026, 3, 1);

    @Test
    void everyTextIsFilledInEveryShape() {
        for (HandSql metric : HandSql.ALL) {
            for (QuestionShape shape : QuestionShape.values()) {
                assertThat(metric.text(shape, END))
                        .as("%s, %s", metric, shape.words())
                        .doesNotContain("{", "}");
            }
        }
    }

    @Test
    void daysOfTheTenantsZoneAreReadFromDateColumns() {
        assertThat(new HandSql("campaigns").text(QuestionShape.MONTH_BY_DAY, END))
                .isEqualTo("""
                SELECT launched_at_date AS key, count(*) AS value
                FROM campaign_facts
                WHERE (launched_at_date >= DATE '2026-01-30' AND launched_at_date < DATE '2026-03-01')
                GROUP BY key
                """);
    }

    @Test
    void daysOfAnotherZoneAreMadeFromMoments() {
        assertThat(new HandSql("campaigns").text(QuestionShape.YEAR_BY_DAY_ELSEWHERE, END))
                .contains("(launched_at + INTERVAL 19800 SECOND)::DATE")
                .contains("launched_at >= TIMESTAMP '2025-02-28T18:30'");
    }

    @Test
    void aQuestionByOwnerMayHaveATextOfItsOwn() {
        assertThat(new HandSql("open-opportunities").text(QuestionShape.YEAR_BY_OWNER, END))
                .startsWith("SELECT owner_id AS key");
    }
}
