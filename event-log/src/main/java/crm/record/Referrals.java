package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Referrals: customers who recommended us. */
@AutoService(KindDefinition.class)
public final class Referrals implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "referrals",
                "referral",
                "That a customer recommended us to somebody.",
                reference("referrerCustomerId", "customers", "Who recommended us. Missing: unknown.", "c-3"),
                reference("leadId", "leads", "The lead that was referred.", "l-204"),
                reference("contactId", "contacts", "The contact that was referred.", "k-4"),
                reference("customerId", "customers", "The account that was referred.", "c-17"),
                happened("madeAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                word("program", "The program it was made under.", "friends"),
                word("channel", "Channel.", "word of mouth"),
                happened(
                        "convertedAt",
                        "When the referred party became a customer. Missing: told by the others' records.",
                        "2026-03-20T09:30:00Z"),
                amount("reward", "What the referrer got.", "50.00"),
                currency("Currency of reward. Missing: the tenant's."),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                reference("territoryId", "territories", "Where it belongs.", "north"));
    }
}
