package crm.engine.model;

import java.util.List;

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
     * The sum of an amount of money in the question's currency. Rows in another currency are told apart, never added.
     *
     * @param column an amount, or amount and share to multiply: {@code amount * credit}
     */
    record Money(String column, String currencyColumn) implements Aggregate {}

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
