package crm.engine.sql;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Measure;
import crm.engine.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns that a measure becomes in a statement. */
final class AggregateSql {

    private final String currency;
    private final TimeSql time;

    AggregateSql(String currency, TimeSql time) {
        this.currency = currency;
        this.time = time;
    }

    /** Columns over rows that each count once. */
    List<Sql> columns(Measure measure, String suffix, Sql condition) {
        String name = measure.name() + suffix;
        return switch (measure.aggregate()) {
            case Aggregate.Count count -> List.of(column("count(*)", condition, name));
            case Aggregate.Distinct distinct ->
                List.of(column("count(DISTINCT " + thing(distinct, measure.timing()) + ")", condition, name));
            case Aggregate.Sum sum -> List.of(column("sum(f." + sum.column() + ")", condition, name));
            case Aggregate.Money money ->
                List.of(column("sum(" + product(money.column()) + ")", inCurrency(money, condition), name));
            case Aggregate.Spread spread -> {
                String value = value(spread);
                Sql quantiles = filtered("quantile_cont(" + value + ", [0.5, 0.9])", condition);
                yield List.of(
                        column("sum(" + value + ")", condition, name),
                        column("count(" + value + ")", condition, name + "_count"),
                        Sql.of("(").then(quantiles).then(")[1] AS " + name + "_median"),
                        Sql.of("(").then(quantiles).then(")[2] AS " + name + "_p90"));
            }
            case Aggregate.EpochSum sum -> List.of(column("sum(epoch_us(f." + sum.moment() + "))", condition, name));
        };
    }

    /** How many of the rows are in another currency, where it is money. */
    List<Sql> unconverted(Measure measure, Sql condition) {
        return measure.aggregate() instanceof Aggregate.Money money
                ? List.of(column("count(*)", notInCurrency(money, condition), measure.name() + "_unconverted"))
                : List.of();
    }

    /** Columns over rows that enter (sign 1) or leave (sign -1); a spread cannot be kept so. */
    List<Sql> changes(Measure measure, Sql condition) {
        return switch (measure.aggregate()) {
            case Aggregate.Count count -> List.of(column("sum(sign)", condition, measure.name()));
            case Aggregate.Sum sum -> List.of(column("sum(sign * f." + sum.column() + ")", condition, measure.name()));
            case Aggregate.Money money ->
                List.of(column(
                        "sum(sign * " + product(money.column()) + ")", inCurrency(money, condition), measure.name()));
            case Aggregate.EpochSum sum ->
                List.of(column("sum(sign * epoch_us(f." + sum.moment() + "))", condition, measure.name()));
            case Aggregate.Distinct distinct ->
                throw new IllegalArgumentException("a stock is of different things already: " + measure.name());
            case Aggregate.Spread spread ->
                throw new IllegalArgumentException("a stock has no spread: " + measure.name());
        };
    }

    /** What rows of one thing have in common. */
    String thing(Aggregate.Distinct distinct, Timing timing) {
        List<String> columns = new ArrayList<>(
                distinct.columns().stream().map(column -> "f." + column).toList());
        if (distinct.byDay()) {
            columns.add(time.date(TimeSql.deciding(timing)));
        }
        return columns.size() == 1 ? columns.getFirst() : "(" + String.join(", ", columns) + ")";
    }

    /** Whether a row's amount is in another currency than the question's. */
    Sql foreign(Aggregate.Money money) {
        return Sql.of("f." + money.currencyColumn() + " <> ?", currency);
    }

    /** {@code amount * credit} with both factors taken from the fact; the product of two decimals needs more room. */
    static String product(String column) {
        String[] factors = column.split(" \\* ");
        return factors.length == 1 ? "f." + column : "f." + String.join("::DECIMAL(38, 4) * f.", factors);
    }

    /** What a spread is of, as an expression. */
    static String value(Aggregate.Spread spread) {
        return spread.columns().stream()
                .map(column -> switch (spread.missing()) {
                    case LEFT_OUT -> "f." + column;
                    case ZERO -> "coalesce(f." + column + ", 0)";
                })
                .collect(Collectors.joining(" + "));
    }

    private Sql inCurrency(Aggregate.Money money, Sql condition) {
        return and(condition, Sql.of("f." + money.currencyColumn() + " = ?", currency));
    }

    private Sql notInCurrency(Aggregate.Money money, Sql condition) {
        return and(condition, foreign(money));
    }

    private static Sql and(Sql one, Sql other) {
        return one.text().isEmpty() ? other : one.then(" AND ").then(other);
    }

    private static Sql column(String expression, Sql condition, String name) {
        return filtered(expression, condition).then(" AS " + name);
    }

    private static Sql filtered(String expression, Sql condition) {
        return condition.text().isEmpty()
                ? Sql.of(expression)
                : Sql.of(expression + " FILTER (WHERE ").then(condition).then(")");
    }

    /** Conditions of a measure beyond those that all measures of its step share. */
    static List<Condition> beyond(List<Condition> shared, Measure measure) {
        return measure.conditions().stream()
                .filter(each -> !shared.contains(each))
                .toList();
    }

    /** Conditions that all measures share. */
    static List<Condition> shared(List<Measure> measures) {
        List<Condition> shared = new ArrayList<>(measures.getFirst().conditions());
        measures.forEach(measure -> shared.retainAll(measure.conditions()));
        shared.removeIf(condition -> ConditionSql.dependOnBucket(List.of(condition)));
        return shared;
    }
}
