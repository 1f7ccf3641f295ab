package crm.report.load;

import java.util.Map;
import java.util.Set;

/**
 * Exchange rates in the direction that they were told in and in the other. Of several rates of two currencies from the
 * same day on, one told in that direction counts, and of these the one with the greatest id.
 */
final class CurrencyRates implements Derivation {

    private static final String RATES = """
            INSERT INTO currency_rates BY NAME
            WITH told AS (
                SELECT base AS from_currency, quote AS to_currency, valid_from,
                    TRY_CAST(rate AS DECIMAL(20, 14)) AS rate, false AS is_inverse, id
                FROM exchange_rates WHERE rate > 0
                UNION ALL
                SELECT quote, base, valid_from, TRY_CAST(1 / rate::DOUBLE AS DECIMAL(20, 14)), true, id
                FROM exchange_rates WHERE rate > 0)
            SELECT from_currency, to_currency, valid_from, rate FROM told
            WHERE from_currency <> to_currency AND rate > 0
            QUALIFY row_number() OVER (
                PARTITION BY from_currency, to_currency, valid_from ORDER BY is_inverse, id DESC) = 1
            ORDER BY to_currency, from_currency, valid_from
            """;

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of("currency_rates", Set.of("exchange_rates"));
    }

    @Override
    public void derive(Changes changes) {
        if (changes.areAbout("exchange-rates")) {
            changes.run("DELETE FROM currency_rates");
            changes.run(RATES);
        }
    }
}
