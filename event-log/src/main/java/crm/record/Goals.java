package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.day;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Goals: targets for metrics, of the company or a part of it. */
@AutoService(KindDefinition.class)
public final class Goals implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "goals",
                "goal",
                "A target for a metric over a stretch of days.",
                word("name", "Name.", "Revenue, spring"),
                word("metric", "Id of the metric, or the name of another measure.", "new-revenue")
                        .mustBeGiven(),
                choice("scope", "Whose goal it is.", "company", "team", "user", "territory", "product", "campaign")
                        .mustBeGiven(),
                word("scopeId", "Id of the team, user … Missing: of the company.", "t-north"),
                day("from", "The first day.", "2026-04-01").mustBeGiven(),
                day("to", "The last day.", "2026-06-30").mustBeGiven(),
                amount("target", "What is to be reached.", "250000.00").mustBeGiven(),
                amount("benchmark", "What others reach.", "210000.00"),
                currency("Of a goal in money. Missing: the tenant's."),
                reference("pipelineId", "pipelines", "Of which pipeline alone.", "p-sales"));
    }
}
