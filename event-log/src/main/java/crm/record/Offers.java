package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Offers of more to existing customers. */
@AutoService(KindDefinition.class)
public final class Offers implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "offers",
                "offer",
                "That more was offered to an existing customer: something else, or something better.",
                reference("customerId", "customers", "Whom.", "c-17").mustBeGiven(),
                reference("productId", "products", "What.", "p-4"),
                word("productFamily", "Product family.", "gutters"),
                choice("kind", "What kind of offer.", "cross_sell", "up_sell").mustBeGiven(),
                happened("madeAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                happened("acceptedAt", "When it was accepted.", "2026-03-09T09:30:00Z"),
                happened("declinedAt", "When it was declined.", "2026-03-09T09:30:00Z"),
                amount("amount", "What it comes to.", "900.00"),
                currency("Currency of amount. Missing: the tenant's."),
                reference("dealId", "deals", "The deal it led to.", "d-17"),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                reference("territoryId", "territories", "Where it belongs.", "north"));
    }
}
