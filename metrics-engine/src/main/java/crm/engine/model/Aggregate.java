package crm.engine.model;

/** What is made of the rows that a measure counts. */
public sealed interface Aggregate {

    /** How many there are. */
    record Count() implements Aggregate {}

    /** The sum of a column. */
    record Sum(String column) implements Aggregate {}

    /**
     * The sum of an amount of money in the question's currency. Rows in another currency are told apart, never added.
     *
     * @param column an amount, or amount and share to multiply: {@code amount * credit}
     */
    record Money(String column, String currencyColumn) implements Aggregate {}

    /** Mean, median and ninetieth percentile of a column, over the rows that have it. */
    record Spread(String column) implements Aggregate {}

    /** The sum of the seconds from the epoch to a moment; with a count it gives a mean age. */
    record EpochSum(String moment) implements Aggregate {}
}
