package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.reference;

import com.google.auto.service.AutoService;

/** Completions of web goals. */
@AutoService(KindDefinition.class)
public final class GoalCompletions implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "goal-completions",
                "goal-completion",
                "That a visitor completed a web goal.",
                reference("goalId", "web-goals", "The goal.", "quote").mustBeGiven(),
                reference("sessionId", "web-sessions", "The visit.", "w-12").mustBeGiven(),
                happened("occurredAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                amount("value", "What it is worth. Missing: the goal's.", "25.00"),
                currency("Currency of value. Missing: the tenant's."),
                reference("contactId", "contacts", "The contact, where known.", "k-4"),
                reference("leadId", "leads", "The lead, where known.", "l-204"));
    }
}
