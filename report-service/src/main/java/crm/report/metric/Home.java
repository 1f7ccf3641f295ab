package crm.report.metric;

import crm.engine.query.ReportingCalendar;
import crm.tenant.Rule;
import crm.tenant.Rules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant's questions mean where they do not say.
 *
 * @param zone the zone of the date columns
 * @param rules the usual values of some of the metrics' own switches among them
 * @param own the fields of the tenant's own that the question may name
 */
record Home(ZoneId zone, ReportingCalendar calendar, String currency, Rules rules, OwnFields own) {

    private static final Map<String, Rule> SWITCHES = Map.of(
            "shortAbandonSeconds", Rule.SHORT_ABANDON_SECONDS,
            "lookbackDays", Rule.ATTRIBUTION_LOOKBACK_DAYS,
            "graceDays", Rule.RENEWAL_GRACE_DAYS,
            "days", Rule.REPEAT_CONTACT_DAYS);

    /** What a metric's own number is on a day where the question does not say; nothing where the metric decides. */
    Optional<Integer> usual(String name, LocalDate day) {
        return Optional.ofNullable(SWITCHES.get(name))
                .filter(rule -> !rules.on(day, rule).equals(rule.usual()))
                .map(rule -> rules.wholeOn(day, rule));
    }
}
