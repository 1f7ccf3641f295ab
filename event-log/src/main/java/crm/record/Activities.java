package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.seconds;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Activities: what people do and plan to do for a sale or a customer. */
@AutoService(KindDefinition.class)
public final class Activities implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "activities",
                "activity",
                "Something done or planned: a call, e-mail, meeting, visit, task, note.",
                choice("type", "What it is.", "meeting", "call", "email", "visit", "task", "note", "text", "other")
                        .mustBeGiven(),
                word("subject", "What it is about.", "Roof inspection").aboutAPerson(),
                choice(
                        "status",
                        "Where it stands. Missing: done if doneAt is given.",
                        "done",
                        "scheduled",
                        "cancelled"),
                happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"),
                planned("scheduledAt", "When it is to begin.", "2026-04-01T09:30:00Z"),
                planned("dueAt", "When it must be done.", "2026-04-01T09:30:00Z"),
                happened("doneAt", "When it was done.", "2026-03-02T09:30:00Z"),
                seconds("durationSeconds", "How long it took.", "1800"),
                choice(
                        "outcome",
                        "What came of it: of a visit, an e-mail or another.",
                        "interested",
                        "not_interested",
                        "come_back",
                        "no_answer",
                        "sent",
                        "replied",
                        "awaiting",
                        "done",
                        "other"),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                choice(
                        "regardingType",
                        "What sort of record it is about.",
                        "deal",
                        "lead",
                        "customer",
                        "contact",
                        "case",
                        "campaign",
                        "other"),
                word("regardingId", "The record it is about.", "d-17"),
                reference("dealId", "deals", "The deal.", "d-17"),
                reference("leadId", "leads", "The lead.", "l-204"),
                reference("customerId", "customers", "The account.", "c-17"),
                reference("contactId", "contacts", "The person.", "k-4"),
                reference("caseId", "cases", "The case.", "s-31"),
                reference("campaignId", "campaigns", "The campaign it belongs to.", "spring-2026"),
                reference(
                        "callId",
                        "calls",
                        "The call of the telephone system that this is the note of; both count once.",
                        "call-9"),
                choice("purpose", "What a call was for.", "sales", "service", "other"),
                choice("direction", "Who wrote or called.", "outbound", "inbound"),
                happened("repliedAt", "When an e-mail was answered.", "2026-03-02T09:30:00Z"),
                word("threadId", "The conversation it is part of.", "thread-5"),
                reference("territoryId", "territories", "Where it belongs.", "north"));
    }
}
