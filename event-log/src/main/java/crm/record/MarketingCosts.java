package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.day;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** What marketing cost, by day or stretch of days. */
@AutoService(KindDefinition.class)
public final class MarketingCosts implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "marketing-costs",
                "marketing-cost",
                "Money spent on marketing on a day or over a stretch of days.",
                day("day", "The day, or the first of several.", "2026-03-02").mustBeGiven(),
                day("until", "The last day, spread evenly. Missing: one day only.", "2026-03-08"),
                reference("campaignId", "campaigns", "The campaign it was spent on.", "spring-2026"),
                word("source", "The source it was spent on.", "search"),
                word("medium", "Marketing medium.", "cpc"),
                word("channel", "Channel.", "online"),
                amount("amount", "How much.", "120.50").mustBeGiven(),
                currency("Currency. Missing: the tenant's."));
    }
}
