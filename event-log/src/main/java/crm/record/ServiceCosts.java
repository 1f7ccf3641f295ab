package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.day;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Pooled costs of service, over a stretch of days. */
@AutoService(KindDefinition.class)
public final class ServiceCosts implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "service-costs",
                "service-cost",
                "What service cost over a stretch of days, spread evenly over them.",
                day("from", "The first day.", "2026-03-01").mustBeGiven(),
                day("to", "The last day.", "2026-03-31").mustBeGiven(),
                amount("amount", "How much.", "5200.00").mustBeGiven(),
                currency("Currency. Missing: the tenant's."),
                reference("teamId", "teams", "Of which team. Missing: of all.", "t-service"),
                word("category", "What for.", "licences"));
    }
}
