package crm.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import crm.tenant.Rules.Since;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule is what was last said of a day. */
class RulesTest {

    private static final Rules RULES = new Rules(Map.of(
            Rule.SHORT_ABANDON_SECONDS,
            List.of(new Since(day("2026-06-01"), "20"), new Since(day("2026-01-01"), "10")),
            Rule.RESPONSE_TYPES,
            List.of(new Since(Rules.EVER, "clicked,opened"))));

    @Test
    void beforeTheFirstDaySaidItIsUsual() {
        assertThat(RULES.wholeOn(day("2025-12-31"), Rule.SHORT_ABANDON_SECONDS)).isEqualTo(5);
        assertThat(RULES.wholeOn(day("2025-12-31"), Rule.REPEAT_CONTACT_DAYS)).isEqualTo(7);
    }

    @Test
    void aDaySaidIsTheFirstOnWhichItHolds() {
        assertThat(RULES.wholeOn(day("2026-01-01"), Rule.SHORT_ABANDON_SECONDS)).isEqualTo(10);
        assertThat(RULES.wholeOn(day("2026-05-31"), Rule.SHORT_ABANDON_SECONDS)).isEqualTo(10);
        assertThat(RULES.wholeOn(day("2026-06-01"), Rule.SHORT_ABANDON_SECONDS)).isEqualTo(20);
    }

    @Test
    void whatAlwaysHeldHasNoValueBefore() {
        assertThat(RULES.history(Rule.RESPONSE_TYPES)).containsExactly(new Since(Rules.EVER, "clicked,opened"));
        assertThat(RULES.wordsOn(day("1999-01-01"), Rule.RESPONSE_TYPES)).containsExactly("clicked", "opened");
    }

    @Test
    void everyUsualValueIsAllowed() {
        for (Rule rule : Rule.values()) {
            boolean fits =
                    switch (rule.allowed()) {
                        case Rule.Whole whole ->
                            Integer.parseInt(rule.usual()) >= whole.minimum()
                                    && Integer.parseInt(rule.usual()) <= whole.maximum();
                        case Rule.OneOf one -> one.words().contains(rule.usual());
                        case Rule.SomeOf some -> some.words().containsAll(Rules.words(rule.usual()));
                    };
            assertThat(fits).as(rule.key()).isTrue();
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
