package crm.engine.sql;

import crm.engine.model.Condition;
import crm.engine.model.Measure;
import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stock: what lasts at an instant. A series is not counted instant by instant, but from what enters and leaves in each
 * bucket, which reads every row once however many buckets there are.
 */
final class StockSql implements SqlRenderer.Leveled {

    private final MetricQuery query;
    private final TimeSql time;
    private final AggregateSql aggregates;
    private final Plan.Step step;
    private final LifetimeSql lifetime;
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
        this.lifetime = new LifetimeSql(lasting, dimensions);
        this.dimensions = dimensions;
        this.conditions = new ConditionSql(time, lasting.from());
        this.shared = AggregateSql.shared(step.measures());
        this.end = query.instant();
    }

    @Override
    public Sql level() {
        List<Sql> selected = new ArrayList<>(dimensions.selected());
        for (Measure measure : step.measures()) {
            Sql own = conditions.all(AggregateSql.beyond(shared, measure));
            selected.addAll(aggregates.columns(measure, "", own));
            if (query.shape().formula().measures().contains(measure)) {
                selected.addAll(aggregates.unconverted(measure, own));
            }
        }
        return SqlRenderer.select(selected, dimensions.from(), where(lifetime.at(end)))
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
                                .then(entering(SqlRenderer.columnsIn(selected)))
                                .then("\nUNION ALL\n")
                                .then(leaving(SqlRenderer.columnsIn(selected)))
                                .then(") f"),
                        List.of())
                .then(SqlRenderer.groupingByBucket(dimensions.aliases()));
    }

    @Override
    public Statement.Kind changeKind() {
        return Statement.Kind.CHANGES;
    }

    private Sql entering(List<Sql> columns) {
        return rows(time.notBeforeTheFirst(lifetime.startBucket(time)), "1", columns, List.of());
    }

    private Sql leaving(List<Sql> columns) {
        return rows(Sql.of(lifetime.endBucket(time)), "-1", columns, List.of(lifetime.endsBefore(end)));
    }

    private Sql rows(Sql bucket, String sign, List<Sql> columns, List<Sql> more) {
        List<Sql> selected = new ArrayList<>();
        selected.add(bucket.then(" AS bucket"));
        selected.addAll(dimensions.selected());
        selected.add(Sql.of(sign + " AS sign"));
        selected.addAll(columns);
        Instant from = query.range().from();
        List<Sql> where = where(lifetime.between(end.isBefore(from) ? end : from, end));
        where.addAll(more);
        return SqlRenderer.select(selected, dimensions.from(), where);
    }

    private List<Sql> where(List<Sql> lasting) {
        List<Sql> where = new ArrayList<>(lasting);
        if (!shared.isEmpty()) {
            where.add(conditions.all(shared));
        }
        where.addAll(dimensions.filters());
        return where;
    }
}
