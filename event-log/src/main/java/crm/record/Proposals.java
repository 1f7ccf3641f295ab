package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Proposals: quotes sent to customers, each revision a record of its own. */
@AutoService(KindDefinition.class)
public final class Proposals implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "proposals",
                "proposal",
                "A quote sent to a customer; a revision is another record with the same number.",
                word("number", "The number that its revisions share. Missing: it has none but itself.", "Q-2026-17"),
                whole("revision", 0, 100_000, "Which revision of the number it is.", "1"),
                reference("dealId", "deals", "The deal it is for.", "d-17"),
                reference("customerId", "customers", "Whom it was sent to.", "c-17"),
                reference("contactId", "contacts", "The person it was sent to.", "k-4"),
                word("subject", "What it offers.", "Roof renewal").aboutAPerson(),
                choice("status", "Where it stands.", "sent", "draft", "accepted", "rejected", "expired", "withdrawn"),
                happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"),
                happened("sentAt", "When it was sent. Missing: not yet.", "2026-03-02T09:30:00Z"),
                planned("validUntil", "Until when it holds.", "2026-04-01T09:30:00Z"),
                happened("acceptedAt", "When it was accepted.", "2026-03-09T09:30:00Z"),
                happened("rejectedAt", "When it was rejected.", "2026-03-09T09:30:00Z"),
                amount("amount", "What it comes to.", "12500.00"),
                currency("Currency of amount. Missing: the tenant's."),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                reference("territoryId", "territories", "Where it belongs.", "north"),
                reference("pipelineId", "pipelines", "The deal's pipeline, where no deal is named.", "p-sales"),
                word("productFamily", "Family of the main product.", "roofs"),
                word("source", "Where it came from. Missing: the deal's.", "referral"));
    }
}
