package crm.engine.answer;

import java.util.Currency;

/** How finely money of a currency is told. */
final class Money {

    private static final int USUAL = 2;

    private Money() {}

    static int scaleOf(String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return digits < 0 ? USUAL : digits;
    }
}
