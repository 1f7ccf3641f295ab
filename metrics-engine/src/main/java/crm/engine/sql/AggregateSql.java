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

    private final ConversionSql conversion;
    private final TimeSql time;

    AggregateSql(ConversionSql conversion, TimeSql time) {
        this.conversion = conversion;
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
            case Aggregate.Money money -> List.of(column("sum(" + converted(measure, money) + ")", condition, name));
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

    /** How many of the rows are in a currency that no rate leads from, where it is money. */
    List<Sql> unconverted(Measure measure, Sql condition) {
        return measure.aggregate() instanceof Aggregate.Money money
                ? List.of(column(
                        "count(*)", and(condition, unconverted(measure, money)), measure.name() + "_unconverted"))
                : List.of();
    }

    /** Columns over rows that enter (sign 1) or leave (sign -1); a spread cannot be kept so. */
    List<Sql> changes(Measure measure, Sql condition) {
        return switch (measure.aggregate()) {
            case Aggregate.Count count -> List.of(column("sum(sign)", condition, measure.name()));
            case Aggregate.Sum sum -> List.of(column("sum(sign * f." + sum.column() + ")", condition, measure.name()));
            case Aggregate.Money money ->
                List.of(column("sum(sign * " + converted(measure, money) + ")", condition, measure.name()));
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

    /** Whether a row's amount is in another currency than the question's, and no rate leads from it. */
    Sql unconverted(Measure measure, Aggregate.Money money) {
        String foreign = "f." + money.currencyColumn() + " <> " + conversion.target();
        return Sql.of(
                conversion.isPossible()
                        ? foreign + " AND f." + conversion.rateColumn(measure, money) + " IS NULL"
                        : foreign);
    }

    /** A row's amount in the question's currency; nothing where it cannot be told. */
    private String converted(Measure measure, Aggregate.Money money) {
        String same = "CASE WHEN f." + money.currencyColumn() + " = " + conversion.target() + " THEN ";
        String amount = money.column().split(" \\* ")[0];
        return conversion.isPossible()
                ? same + product(money.column()) + " ELSE "
                        + product(money.column())
                                .replace(
                                        "f." + amount,
                                        "CAST(f.%s::DECIMAL(38, 4) * f.%s AS DECIMAL(38, 4))"
                                                .formatted(amount, conversion.rateColumn(measure, money)))
                        + " END"
                : same + product(money.column()) + " END";
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
