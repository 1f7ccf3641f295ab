package crm.engine.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One number over the rows of a fact.
 *
 * @param name snake case; stands in the statement
 * @param timing how a row belongs to a period
 * @param conditions all of which a row meets to be counted
 */
public record Measure(String name, Fact fact, Timing timing, Aggregate aggregate, List<Condition> conditions) {

    public Measure {
        conditions = List.copyOf(conditions);
    }

    public static Measure count(String name, Fact fact, Timing timing, Condition... conditions) {
        return new Measure(name, fact, timing, new Aggregate.Count(), List.of(conditions));
    }

    /** How many different members a column has. */
    public static Measure distinct(String name, Fact fact, Timing timing, String column, Condition... conditions) {
        return new Measure(name, fact, timing, new Aggregate.Distinct(List.of(column), false), List.of(conditions));
    }

    public static Measure sum(String name, Fact fact, Timing timing, String column, Condition... conditions) {
        return new Measure(name, fact, timing, new Aggregate.Sum(column), List.of(conditions));
    }

    public static Measure money(String name, Fact fact, Timing timing, String column, Condition... conditions) {
        return new Measure(name, fact, timing, new Aggregate.Money(column, "currency"), List.of(conditions));
    }

    public static Measure spread(String name, Fact fact, Timing timing, String column, Condition... conditions) {
        return new Measure(name, fact, timing, Aggregate.Spread.of(column), List.of(conditions));
    }

    public Measure named(String newName) {
        return new Measure(newName, fact, timing, aggregate, conditions);
    }

    public Measure when(Condition condition) {
        return new Measure(
                name,
                fact,
                timing,
                aggregate,
                Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }

    public Measure without(Condition condition) {
        return new Measure(
                name,
                fact,
                timing,
                aggregate,
                conditions.stream().filter(each -> !each.equals(condition)).toList());
    }

    public Measure at(Timing other) {
        return new Measure(name, fact, other, aggregate, conditions);
    }

    public Measure on(Fact other) {
        return new Measure(name, other, timing, aggregate, conditions);
    }

    public Measure of(Aggregate other) {
        return new Measure(name, fact, timing, other, conditions);
    }
}
