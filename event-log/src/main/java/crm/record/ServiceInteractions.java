package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.decimal;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Interactions of service with customers: calls, e-mails, chats, visits. */
@AutoService(KindDefinition.class)
public final class ServiceInteractions implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "service-interactions",
                "service-interaction",
                "One interaction of service with a customer, and what it cost.",
                choice("channel", "How.", "call", "email", "chat", "message", "visit", "other")
                        .mustBeGiven(),
                reference("caseId", "cases", "The case.", "s-31"),
                reference("callId", "calls", "The call.", "call-9"),
                reference("agentId", "users", "Who of us.", "u-9"),
                reference("teamId", "teams", "Their team. Missing: told by the agent.", "t-service"),
                word("queueId", "The queue.", "support"),
                word("topic", "Topic.", "roof"),
                reference("productId", "products", "The product.", "p-3"),
                reference("customerId", "customers", "With whom.", "c-17"),
                reference("contactId", "contacts", "The person.", "k-4"),
                happened("startedAt", "When it began.", "2026-03-02T09:30:00Z"),
                happened("endedAt", "When it ended.", "2026-03-02T09:42:00Z").mustBeGiven(),
                decimal("minutes", 0, 100_000, "Work on it. Missing: from start to end.", "12"),
                amount("cost", "What it cost. Missing: minutes at the agent's hourly cost.", "9.60"),
                currency("Currency of cost. Missing: the tenant's."));
    }
}
