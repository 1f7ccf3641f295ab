package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.whole;

import com.google.auto.service.AutoService;

/** Payments that were agreed on, one record each. */
@AutoService(KindDefinition.class)
public final class PaymentSchedules implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "payment-schedules",
                "payment-schedule",
                "A payment that was agreed on.",
                planned("dueAt", "When it is due.", "2026-04-01T09:30:00Z").mustBeGiven(),
                amount("amount", "How much.", "4000.00").mustBeGiven(),
                currency("Currency. Missing: the tenant's."),
                reference("dealId", "deals", "The deal.", "d-17"),
                reference("invoiceId", "invoices", "The invoice.", "i-17"),
                reference("contractId", "contracts", "The contract.", "ct-4"),
                reference("customerId", "customers", "Who is to pay.", "c-17"),
                whole("number", 1, 10_000, "Which instalment it is.", "1"),
                reference("paymentId", "payments", "The payment that settled it.", "pay-3"),
                happened("paidAt", "When it was settled.", "2026-03-30T09:30:00Z"));
    }
}
