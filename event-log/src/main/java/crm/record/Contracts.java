package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.flag;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Contracts and subscriptions of customers. */
@AutoService(KindDefinition.class)
public final class Contracts implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "contracts",
                "contract",
                "A contract or subscription of a customer. A renewal is another one that names it.",
                word("number", "Number.", "CT-2026-4"),
                reference("customerId", "customers", "Whose it is.", "c-17").mustBeGiven(),
                reference("dealId", "deals", "The deal it came from.", "d-17"),
                reference("orderId", "orders", "The order it came from.", "o-17"),
                reference("productId", "products", "What it is about.", "p-3"),
                word("productFamily", "Product family.", "maintenance"),
                word("plan", "Plan.", "gold"),
                happened("signedAt", "When it was signed. Missing: at its start.", "2026-03-02T09:30:00Z"),
                planned("startAt", "From when it is in force.", "2026-04-01T00:00:00Z")
                        .mustBeGiven(),
                planned(
                        "endAt",
                        "Until when, which is when renewal is due. Missing: open-ended.",
                        "2027-04-01T00:00:00Z"),
                flag("renewable", "Whether it can be renewed. Missing: it can."),
                whole("termMonths", 0, 1200, "Its term.", "12"),
                amount("recurringValue", "What it brings every interval.", "90.00"),
                choice("interval", "How often.", "month", "quarter", "year", "week", "day"),
                currency("Currency of recurringValue. Missing: the tenant's."),
                reference("renewsContractId", "contracts", "The contract that it renews.", "ct-3"),
                planned("cancelledAt", "As of when it was cancelled.", "2026-10-01T00:00:00Z"),
                word("cancelReason", "Why.", "price"),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                reference("territoryId", "territories", "Where it belongs.", "north"),
                word("region", "Region.", "Flanders"),
                word("segment", "Segment of the customer.", "premium"),
                happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"));
    }
}
