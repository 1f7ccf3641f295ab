package crm.ingest.mapping;

import crm.ingest.mapping.Column.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cells as numbers.
 *
 * @param unit what they count
 * @param share whether the field is a share, so that a sign of percent means hundredths
 */
record NumberReader(NumberRules rules, Unit unit, boolean share) implements CellReader {

    private static final int MOST_DIGITS = 200;
    private static final int DECIMALS_OF_A_SHARE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Cell NO_NUMBER = new Cell.Wrong("invalid_number", "is no number as the mapping spells them");
    private static final Cell NO_CLOCK = new Cell.Wrong("invalid_number", "is no length of time such as 1:02:03");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{2})(?:\\.\\d+)?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,4}):(\\d{2})(?::(\\d{2}))?");

    @Override
    public Cell read(String text) {
        return switch (unit) {
            case CLOCK -> clock(CLOCK.matcher(text), text);
            case HOURS_AND_MINUTES -> clock(HOURS_AND_MINUTES.matcher(text), text);
            case NONE, PERCENT, MILLISECONDS, MINUTES, HOURS -> number(text);
        };
    }

    private Cell number(String text) {
        Optional<NumberRules.Spelled> spelled = rules.read(text);
        if (spelled.isEmpty() || spelled.get().number().length() > MOST_DIGITS) {
            return NO_NUMBER;
        }
        BigDecimal number = new BigDecimal(spelled.get().number());
        if (Math.abs(number.scale()) > MOST_DIGITS) {
            return NO_NUMBER;
        }
        return new Cell.Literal(
                counted(number, spelled.get().percent()).stripTrailingZeros().toPlainString());
    }

    private BigDecimal counted(BigDecimal number, boolean percent) {
        return switch (unit) {
            case PERCENT -> hundredth(number);
            case MILLISECONDS -> number.movePointLeft(3).setScale(DECIMALS_OF_A_SHARE, RoundingMode.HALF_EVEN);
            case MINUTES -> number.multiply(BigDecimal.valueOf(60));
            case HOURS -> number.multiply(BigDecimal.valueOf(3600));
            case NONE, CLOCK, HOURS_AND_MINUTES -> percent && share ? hundredth(number) : number;
        };
    }

    private static BigDecimal hundredth(BigDecimal number) {
        return number.divide(HUNDRED, Math.max(DECIMALS_OF_A_SHARE, number.scale()), RoundingMode.HALF_EVEN)
                .setScale(DECIMALS_OF_A_SHARE, RoundingMode.HALF_EVEN);
    }

    private Cell clock(Matcher parts, String text) {
        if (!parts.matches()) {
            // Some systems write whole seconds where there are no minutes.
            return unit == Unit.CLOCK && text.chars().allMatch(Character::isDigit) ? number(text) : NO_CLOCK;
        }
        long first = part(parts, 1);
        long second = part(parts, 2);
        long third = part(parts, 3);
        return new Cell.Literal(Long.toString(first * 3600 + second * 60 + third));
    }

    private static long part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
