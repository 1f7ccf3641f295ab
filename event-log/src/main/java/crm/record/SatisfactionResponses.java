package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.decimal;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.text;

import com.google.auto.service.AutoService;

/** What customers thought of us, in a number. */
@AutoService(KindDefinition.class)
public final class SatisfactionResponses implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "satisfaction-responses",
                "satisfaction-response",
                "What a customer thought of us.",
                choice("kind", "Which question was asked.", "csat", "nps", "ces")
                        .mustBeGiven(),
                decimal("score", 0, 100, "The answer on its scale.", "4").mustBeGiven(),
                decimal("scale", 1, 100, "The best answer there is. Missing: 5 of csat, 10 of nps, 7 of ces.", "5"),
                happened("occurredAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                reference("caseId", "cases", "The case it is about.", "s-31"),
                reference("callId", "calls", "The call it is about.", "call-9"),
                reference("customerId", "customers", "Who answered.", "c-17"),
                reference("contactId", "contacts", "The person who answered.", "k-4"),
                reference("agentId", "users", "Whom it is about.", "u-9"),
                reference("teamId", "teams", "Their team. Missing: told by the agent.", "t-service"),
                text("comment", 10_000, "In their words.", "Quick and friendly.")
                        .aboutAPerson());
    }
}
