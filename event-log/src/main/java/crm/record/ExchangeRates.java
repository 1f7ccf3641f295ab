package crm.record;

import static crm.record.Field.currency;
import static crm.record.Field.day;
import static crm.record.Field.rate;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Exchange rates, by date and in one direction; the other direction is told by them. */
@AutoService(KindDefinition.class)
public final class ExchangeRates implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "exchange-rates",
                "exchange-rate",
                "What one unit of a currency is worth in another, from a day on until the next rate of the two.",
                currency("base", "One unit of this currency ...", "EUR").mustBeGiven(),
                currency("quote", "... is worth so much of this one.", "USD").mustBeGiven(),
                day("validFrom", "The first day on which it holds.", "2026-03-02")
                        .mustBeGiven(),
                rate("rate", "How much.", "1.084512").mustBeGiven(),
                word("source", "Who says so.", "European Central Bank"));
    }
}
