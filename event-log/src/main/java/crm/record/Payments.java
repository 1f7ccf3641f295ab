package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Payments by customers. */
@AutoService(KindDefinition.class)
public final class Payments implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "payments",
                "payment",
                "Money received from a customer, or given back (negative).",
                happened("paidAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                amount("amount", "How much.", "847.00").mustBeGiven(),
                currency("Currency. Missing: the tenant's."),
                choice("form", "How.", "transfer", "cash", "mortgage", "instalments", "card", "other"),
                reference("invoiceId", "invoices", "The invoice it settles.", "i-17"),
                reference("dealId", "deals", "The deal it is for.", "d-17"),
                reference("orderId", "orders", "The order it is for.", "o-17"),
                reference("customerId", "customers", "Who paid.", "c-17"),
                word("account", "The account of ours it arrived on.", "main"));
    }
}
