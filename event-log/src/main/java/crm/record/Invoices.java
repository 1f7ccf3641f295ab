package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Invoices to customers. */
@AutoService(KindDefinition.class)
public final class Invoices implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "invoices",
                "invoice",
                "An invoice to a customer.",
                word("number", "Number.", "I-2026-17"),
                reference("customerId", "customers", "Who is to pay.", "c-17"),
                reference("dealId", "deals", "The deal.", "d-17"),
                reference("orderId", "orders", "The order.", "o-17"),
                reference("contractId", "contracts", "The contract.", "ct-4"),
                happened("issuedAt", "When it was issued.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                planned("dueAt", "When it is to be paid.", "2026-04-01T09:30:00Z"),
                choice(
                        "status",
                        "Where it stands.",
                        "issued",
                        "draft",
                        "paid",
                        "partly_paid",
                        "overdue",
                        "cancelled",
                        "written_off"),
                amount("amount", "What is asked for.", "847.00").mustBeGiven(),
                amount("tax", "Tax in it.", "147.00"),
                amount("paidAmount", "What was paid. Missing: told by its payments.", "0.00"),
                happened("paidAt", "When it was paid in full.", "2026-03-30T09:30:00Z"),
                currency("Currency of all its money. Missing: the tenant's."),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"));
    }
}
