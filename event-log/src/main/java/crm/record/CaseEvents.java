package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.decimal;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** What was done on a case. */
@AutoService(KindDefinition.class)
public final class CaseEvents implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "case-events",
                "case-event",
                "Something that was done on a case.",
                reference("caseId", "cases", "The case.", "s-31").mustBeGiven(),
                choice(
                                "kind",
                                "What was done.",
                                "replied",
                                "created",
                                "assigned",
                                "forwarded",
                                "note",
                                "call",
                                "status_changed",
                                "resolved",
                                "closed",
                                "reopened",
                                "escalated")
                        .mustBeGiven(),
                happened("occurredAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                choice(
                        "actorType",
                        "Who did it: somebody of us, the customer or a machine.",
                        "agent",
                        "customer",
                        "system"),
                reference("actorId", "users", "Which of us.", "u-9"),
                reference("teamId", "teams", "Their team. Missing: told by the actor.", "t-service"),
                decimal("timeSpentMinutes", 0, 100_000, "Work on it.", "12"),
                decimal("answerQuality", 0, 100, "How good the answer was.", "4"),
                word("status", "The status that it took then.", "pending"),
                reference("toUserId", "users", "Whom it was assigned or forwarded to.", "u-10"),
                word("queueId", "The queue it was put in.", "support"),
                word("channel", "Channel of a reply.", "email"));
    }
}
