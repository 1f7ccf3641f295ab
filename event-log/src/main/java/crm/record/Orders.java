package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Orders: purchases, with or without a deal before them. */
@AutoService(KindDefinition.class)
public final class Orders implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "orders",
                "order",
                "A purchase. One that names a won deal counts in place of it.",
                word("number", "Number.", "O-2026-17"),
                reference("customerId", "customers", "Who bought.", "c-17").mustBeGiven(),
                reference("dealId", "deals", "The deal it came from.", "d-17"),
                reference("campaignId", "campaigns", "The campaign it is credited to.", "spring-2026"),
                reference("contractId", "contracts", "The contract it was placed under.", "ct-4"),
                happened("orderedAt", "When it was placed.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                choice("status", "Where it stands. Missing: placed.", "placed", "fulfilled", "cancelled", "refunded"),
                happened("fulfilledAt", "When it was delivered.", "2026-03-09T09:30:00Z"),
                happened("cancelledAt", "When it was cancelled.", "2026-03-03T09:30:00Z"),
                happened("refundedAt", "When it was refunded.", "2026-03-20T09:30:00Z"),
                amount("amount", "What it comes to, tax not included.", "700.00")
                        .mustBeGiven(),
                amount("tax", "Tax on top.", "147.00"),
                amount("refundedAmount", "Given back.", "100.00"),
                amount("cost", "What it costs us. Missing: told by its lines.", "240.00"),
                currency("Currency of all its money. Missing: the tenant's."),
                word("channel", "Sales channel.", "web shop"),
                word("source", "Where it came from.", "referral"),
                word("medium", "Marketing medium.", "email"),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                reference("territoryId", "territories", "Where it belongs.", "north"),
                word("productFamily", "Family of the main product.", "roofs"),
                word("paymentForm", "How it is paid.", "card"),
                SaleLines.field("lines", "What was bought, line by line."));
    }
}
