package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.happened;
import static crm.record.Field.objects;
import static crm.record.Field.planned;
import static crm.record.Field.reference;

import com.google.auto.service.AutoService;

/** Promises for single cases: due when, kept when. */
@AutoService(KindDefinition.class)
public final class SlaTargets implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "sla-targets",
                "sla-target",
                "That something must be done on a case by a time.",
                reference("caseId", "cases", "The case.", "s-31").mustBeGiven(),
                reference("policyId", "sla-policies", "The policy.", "gold"),
                choice("kind", "What must be done.", "first_reply", "next_reply", "update", "resolution", "closing")
                        .mustBeGiven(),
                happened("startedAt", "When the clock began to run.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                planned("dueAt", "By when.", "2026-03-02T10:30:00Z").mustBeGiven(),
                happened("fulfilledAt", "When it was done.", "2026-03-02T10:00:00Z"),
                happened("breachedAt", "When it was missed. Missing: told by dueAt.", "2026-03-02T10:30:00Z"),
                happened("cancelledAt", "When it fell away.", "2026-03-02T10:00:00Z"),
                reference("agentId", "users", "Who answers for it.", "u-9"),
                reference("teamId", "teams", "Whose team answers for it.", "t-service"),
                objects(
                        "pauses",
                        1000,
                        "When the clock stood still.",
                        "[{\"from\": \"2026-03-02T09:40:00Z\", \"to\": \"2026-03-02T09:50:00Z\"}]",
                        happened("from", "Since when.", "2026-03-02T09:40:00Z").mustBeGiven(),
                        happened("to", "Until when. Missing: still.", "2026-03-02T09:50:00Z")));
    }
}
