package crm.engine.sql;

import crm.engine.model.Condition;
import crm.engine.model.Measure;
import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A stock: what lasts at an instant. A series is not counted instant by instant, but from what enters and leaves in each
 * bucket, which reads every row once however many buckets there are.
 */
final class StockSql implements SqlRenderer.Leveled {

    private final MetricQuery query;
    private final TimeSql time;
    private final AggregateSql aggregates;
    private final Plan.Step step;
    private final Timing.Lasting lasting;
    private final DimensionSql dimensions;
    private final ConditionSql conditions;
    private final List<Condition> shared;
    private final Instant end;

    StockSql(
            MetricQuery query,
            TimeSql time,
            AggregateSql aggregates,
            Plan.Step step,
            Timing.Lasting lasting,
            DimensionSql dimensions) {
        this.query = query;
        this.time = time;
        this.aggregates = aggregates;
        this.step = step;
        this.lasting = lasting;
        this.dimensions = dimensions;
        this.conditions = new ConditionSql(time, lasting.from());
        this.shared = AggregateSql.shared(step.measures());
        this.end = query.range().until(query.now()).to();
    }

    @Override
    public Sql level() {
        List<Sql> selected = new ArrayList<>(dimensions.selected());
        for (Measure measure : step.measures()) {
            selected.addAll(aggregates.columns(measure, "", conditions.all(AggregateSql.beyond(shared, measure))));
        }
        return SqlRenderer.select(selected, dimensions.from(), lastingAt(lasting, end, whereShared()))
                .then(SqlRenderer.grouping(dimensions.aliases(), false));
    }

    @Override
    public Sql changes() {
        List<Sql> selected = new ArrayList<>();
        selected.add(Sql.of("bucket"));
        dimensions.aliases().forEach(alias -> selected.add(Sql.of(alias)));
        for (Measure measure : step.measures()) {
            selected.addAll(aggregates.changes(measure, conditions.all(AggregateSql.beyond(shared, measure))));
        }
        return SqlRenderer.select(
                        selected,
                        Sql.of("(")
                                .then(entering())
                                .then("\nUNION ALL\n")
                                .then(leaving())
                                .then(") f"),
                        List.of())
                .then("\nGROUP BY GROUPING SETS ((bucket)" + groupsByBucket(dimensions.aliases()) + ")");
    }

    @Override
    public Statement.Kind changeKind() {
        return Statement.Kind.CHANGES;
    }

    static String groupsByBucket(List<String> aliases) {
        return aliases.isEmpty() ? "" : ", (bucket, " + String.join(", ", aliases) + ")";
    }

    /** What a row that lasts at {@code at} meets: it began before, and did not end before. */
    static List<Sql> lastingAt(Timing.Lasting lasting, Instant at, List<Sql> more) {
        List<Sql> where = new ArrayList<>();
        where.add(Sql.of(start(lasting) + " < ?", at));
        where.add(Sql.of("(f.%1$s IS NULL OR f.%1$s >= ?)".formatted(lasting.to()), at));
        lasting.delays().forEach(delay -> where.add(Sql.of("f." + delay.moment() + " IS NOT NULL")));
        where.addAll(more);
        return where;
    }

    /** The moment a row begins to last. */
    static String start(Timing.Lasting lasting) {
        if (lasting.delays().isEmpty()) {
            return "f." + lasting.from();
        }
        return lasting.delays().stream()
                .map(delay -> "f." + delay.moment() + " + INTERVAL " + delay.days() + " DAY")
                .collect(Collectors.joining(", ", "greatest(f." + lasting.from() + ", ", ")"));
    }

    private Sql entering() {
        Object first = query.axis().keyOf(query.range().from());
        String bucket = lasting.delays().isEmpty() ? time.bucket(lasting.from()) : time.bucketOf(start(lasting));
        return rows("greatest(" + bucket + ", " + TimeSql.literal(first) + ")", "1", List.of());
    }

    private Sql leaving() {
        return rows(time.bucket(lasting.to()), "-1", List.of(Sql.of("f." + lasting.to() + " < ?", end)));
    }

    private Sql rows(String bucket, String sign, List<Sql> more) {
        List<Sql> selected = new ArrayList<>();
        selected.add(Sql.of(bucket + " AS bucket"));
        selected.addAll(dimensions.selected());
        selected.add(Sql.of(sign + " AS sign"));
        selected.add(Sql.of("f.*"));
        List<Sql> where = new ArrayList<>();
        where.add(Sql.of(start(lasting) + " < ?", end));
        where.add(Sql.of(
                "(f.%1$s IS NULL OR f.%1$s >= ?)".formatted(lasting.to()),
                query.range().from()));
        lasting.delays().forEach(delay -> {
            where.add(Sql.of("f." + delay.moment() + " IS NOT NULL"));
            where.add(Sql.of("(f.%1$s IS NULL OR f.%1$s > %2$s)".formatted(lasting.to(), start(lasting))));
        });
        where.addAll(whereShared());
        where.addAll(more);
        return SqlRenderer.select(selected, dimensions.from(), where);
    }

    private List<Sql> whereShared() {
        List<Sql> where = new ArrayList<>();
        if (!shared.isEmpty()) {
            where.add(conditions.all(shared));
        }
        where.addAll(dimensions.filters());
        return where;
    }
}
