package crm.record;

import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Requests to be called back. */
@AutoService(KindDefinition.class)
public final class CallbackRequests implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "callback-requests",
                "callback-request",
                "That somebody asked to be called back.",
                happened("requestedAt", "When they asked.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                planned("promisedAt", "By when they were promised a call.", "2026-03-02T12:00:00Z"),
                word("channel", "How they asked.", "ivr"),
                reference("customerId", "customers", "The account.", "c-17"),
                reference("contactId", "contacts", "The person.", "k-4"),
                reference("leadId", "leads", "The lead.", "l-204"),
                reference("caseId", "cases", "The case it is about.", "s-31"),
                word("queueId", "The queue it waits in.", "support"),
                word("topic", "What it is about.", "contract"),
                reference("agentId", "users", "Whom it was given to.", "u-9"),
                reference("teamId", "teams", "The agent's team. Missing: told by the agent.", "t-service"),
                reference("fulfilledCallId", "calls", "The call that fulfilled it.", "call-10"),
                happened(
                        "fulfilledAt",
                        "When it was fulfilled. Missing: at the start of that call.",
                        "2026-03-02T11:00:00Z"),
                happened("cancelledAt", "When it was cancelled.", "2026-03-02T10:00:00Z"));
    }
}
