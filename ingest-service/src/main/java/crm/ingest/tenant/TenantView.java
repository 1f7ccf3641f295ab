package crm.ingest.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.ingest.tenant.RulesBody.DatedValue;
import crm.tenant.Rule;
import crm.tenant.Rules;
import crm.tenant.Settings;
import crm.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it is shown.
 *
 * @param fiscalYearStart month, 1 to 12
 * @param history of settings that were others before a date: every value and since when; without a day since ever
 * @param keys the first keys, told when the tenant is made and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantView(
        String id,
        String name,
        String timeZone,
        String currency,
        String weekStart,
        int fiscalYearStart,
        int activityWindowDays,
        int renewalGraceDays,
        int shortAbandonSeconds,
        int sessionTimeoutMinutes,
        int attributionLookbackDays,
        int repeatContactDays,
        List<String> responseTypes,
        String fiscalCalendar,
        String fiscalYearRule,
        String language,
        Map<String, List<DatedValue>> history,
        Instant createdAt,
        @Nullable FirstKeys keys) {

    public TenantView {
        responseTypes = List.copyOf(responseTypes);
        history = Collections.unmodifiableMap(new TreeMap<>(history));
    }

    /** One key to send records, one to ask for reports. */
    public record FirstKeys(String ingest, String report) {}

    /** The dated settings are shown as they are now. */
    static TenantView of(Tenant tenant, Rules rules, Instant now, @Nullable FirstKeys keys) {
        Settings settings = tenant.settings();
        LocalDate today = LocalDate.ofInstant(now, settings.timeZone());
        return new TenantView(
                tenant.id().toString(),
                settings.name(),
                settings.timeZone().getId(),
                settings.currency().getCurrencyCode(),
                settings.weekStartText(),
                settings.fiscalYearStart().getValue(),
                rules.wholeOn(today, Rule.ACTIVITY_WINDOW_DAYS),
                rules.wholeOn(today, Rule.RENEWAL_GRACE_DAYS),
                rules.wholeOn(today, Rule.SHORT_ABANDON_SECONDS),
                rules.wholeOn(today, Rule.SESSION_TIMEOUT_MINUTES),
                rules.wholeOn(today, Rule.ATTRIBUTION_LOOKBACK_DAYS),
                rules.wholeOn(today, Rule.REPEAT_CONTACT_DAYS),
                rules.wordsOn(today, Rule.RESPONSE_TYPES),
                rules.on(today, Rule.FISCAL_CALENDAR),
                rules.on(today, Rule.FISCAL_YEAR_RULE),
                rules.on(today, Rule.LANGUAGE),
                RulesBody.history(rules),
                tenant.createdAt(),
                keys);
    }
}
