package crm.record;

import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Registers of documents that customers handed in. */
@AutoService(KindDefinition.class)
public final class DocumentRegisters implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "document-registers",
                "document-register",
                "A batch of documents that a customer handed in.",
                reference("customerId", "customers", "Whose.", "c-17").mustBeGiven(),
                happened("receivedAt", "When it was received.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                whole("count", 0, 1_000_000, "How many documents.", "35").mustBeGiven(),
                happened("approvedAt", "When it was approved.", "2026-03-03T09:30:00Z"),
                happened("processedAt", "When it was processed.", "2026-03-04T09:30:00Z"),
                reference("clerkId", "users", "Who processes it.", "u-11"),
                reference("teamId", "teams", "The clerk's team. Missing: told by the clerk.", "t-office"),
                word("type", "What kind of documents.", "invoices"));
    }
}
