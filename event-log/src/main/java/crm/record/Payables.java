package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** What we owe to suppliers. */
@AutoService(KindDefinition.class)
public final class Payables implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "payables",
                "payable",
                "Money that we owe to a supplier.",
                reference("supplierId", "customers", "The supplier, an account of that type.", "c-90"),
                word("supplierName", "Its name, where there is no such account.", "Slate & Co.")
                        .aboutAPerson(),
                word("number", "Number of their invoice.", "S-441"),
                happened("issuedAt", "When it was issued.", "2026-03-02T09:30:00Z"),
                planned("dueAt", "When it is due.", "2026-04-01T09:30:00Z").mustBeGiven(),
                amount("amount", "How much.", "2400.00").mustBeGiven(),
                currency("Currency. Missing: the tenant's."),
                happened("paidAt", "When it was paid.", "2026-03-30T09:30:00Z"),
                word("category", "What it is for.", "material"),
                reference("teamId", "teams", "Whose cost it is.", "t-north"));
    }
}
