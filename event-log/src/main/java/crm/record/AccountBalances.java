package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Balances of our bank and cash accounts. */
@AutoService(KindDefinition.class)
public final class AccountBalances implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "account-balances",
                "account-balance",
                "How much was on one of our accounts at a moment.",
                word("account", "The account.", "main").mustBeGiven(),
                happened("asOf", "At which moment.", "2026-03-02T09:30:00Z").mustBeGiven(),
                amount("balance", "How much.", "18250.40").mustBeGiven(),
                currency("Its currency. Missing: the tenant's."));
    }
}
