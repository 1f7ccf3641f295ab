package crm.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is made of the rows that a measure counts. */
public sealed interface Aggregate {

    /** Whether the numbers of groups add up to that of the groups taken together. */
    default boolean addsUp() {
        return switch (this) {
            case Count count -> true;
            case Sum sum -> true;
            case Money money -> true;
            case EpochSum sum -> true;
            case Distinct distinct -> false;
            case Spread spread -> false;
        };
    }

    /** How many there are. */
    record Count() implements Aggregate {}

    /**
     * How many different combinations of columns there are.
     *
     * @param byDay whether each day of the moment that decides the period counts anew
     */
    record Distinct(List<String> columns, boolean byDay) implements Aggregate {
        public Distinct {
            columns = List.copyOf(columns);
        }
    }

    /** The sum of a column. */
    record Sum(String column) implements Aggregate {}

    /**
     * The sum of an amount of money in the question's currency. Each amount is converted at the rate of its own day, to
     * four decimals; rows in another currency that has no rate on that day are told apart, never added.
     *
     * @param column an amount, or amount and share to multiply: {@code amount * credit}
     * @param datedBy the moment whose day's rate counts; absent, it is the one that decides the period
     */
    record Money(
            String column, String currencyColumn, @Nullable String datedBy) implements Aggregate {
        public Money(String column, String currencyColumn) {
            this(column, currencyColumn, null);
        }

        /** The table of rates: from_currency, to_currency, valid_from and rate. */
        public static final String RATES = "currency_rates";
    }

    /**
     * Mean, median and ninetieth percentile of a sum of columns.
     *
     * @param missing what a row counts as whose column is empty
     */
    record Spread(List<String> columns, Missing missing) implements Aggregate {
        public Spread {
            columns = List.copyOf(columns);
        }

        public static Spread of(String column) {
            return new Spread(List.of(column), Missing.LEFT_OUT);
        }
    }

    /** What an empty column counts as. */
    enum Missing {
        /** The row is left out. */
        LEFT_OUT,
        /** Zero is added. */
        ZERO
    }

    /** The sum of the seconds from the epoch to a moment; with a count it gives a mean age. */
    record EpochSum(String moment) implements Aggregate {}
}
