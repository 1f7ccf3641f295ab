package crm.report.load;

import crm.tenant.Rule;
import crm.tenant.Rules;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The settings of a tenant that its rows depend on: other settings, other rows.
 *
 * @param zone the time zone that dates are taken in
 * @param currency of amounts that name none
 * @param rules of which the rows know those in {@link #KNOWN}
 * @param generation how often the tenant's log was rewritten because somebody had to be forgotten
 */
public record LoadSettings(ZoneId zone, String currency, Rules rules, long generation) {

    private static final List<Rule> KNOWN =
            List.of(Rule.ACTIVITY_WINDOW_DAYS, Rule.RESPONSE_TYPES, Rule.SESSION_TIMEOUT_MINUTES);

    /** With the usual rules, of a tenant who never had anybody forgotten. */
    public LoadSettings(ZoneId zone, String currency) {
        this(zone, currency, Rules.USUAL, 0);
    }

    /** The rules that the rows depend on, in a text that differs when they do. */
    String rulesText() {
        return KNOWN.stream()
                .map(rule -> rule.key() + "=" + rules.history(rule))
                .collect(Collectors.joining(" "));
    }

    /**
     * What a rule is on the day that an expression tells, as SQL.
     *
     * @param value a value of the rule, as SQL; values come from a closed list, never from outside
     */
    String ruleOn(String day, Rule rule, UnaryOperator<String> value) {
        List<Rules.Since> history = rules.history(rule);
        String always = value.apply(history.getFirst().value());
        if (history.size() == 1) {
            return always;
        }
        String cases = history.reversed().stream()
                .limit(history.size() - 1L)
                .map(since -> " WHEN %s >= DATE '%s' THEN %s".formatted(day, since.from(), value.apply(since.value())))
                .collect(Collectors.joining());
        return "CASE" + cases + " ELSE " + always + " END";
    }
}
