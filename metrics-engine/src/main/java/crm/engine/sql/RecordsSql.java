package crm.engine.sql;

import crm.engine.model.Aggregate;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Timing;
import crm.engine.query.Cursor;
import crm.engine.query.InvalidQuery;
import crm.engine.query.MetricQuery;
import crm.engine.query.RecordsQuery;
import crm.engine.query.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Statements about the very rows that a measure counts. */
public final class RecordsSql {

    /** Column by whose order, and then by the fact's key, rows are listed. */
    public static final String MOMENT = "moment_micros";

    private final MetricQuery query;
    private final TimeSql time;

    public RecordsSql(MetricQuery query) {
        this.query = query;
        this.time = new TimeSql(query);
    }

    /** A page of the rows, in order of their moment and key, with one more than asked to tell whether there are more. */
    public Sql page(RecordsQuery records) {
        Fact fact = records.measure().fact();
        List<Sql> selected = new ArrayList<>();
        selected.add(Sql.of(order(records.measure()).getFirst() + " AS " + MOMENT));
        for (int index = 0; index < fact.key().size(); index++) {
            selected.add(Sql.of(order(records.measure()).get(index + 1) + " AS key_" + index));
        }
        fact.shown().forEach(column -> selected.add(Sql.of("f." + column)));
        if (records.measure().aggregate() instanceof Aggregate.Distinct distinct) {
            return pageOfFirsts(records, distinct, selected);
        }
        List<Sql> where = new ArrayList<>(counted(records.measure()));
        if (records.after() != null) {
            where.add(behind(records, "f.", order(records.measure()), records.after()));
        }
        return SqlRenderer.select(selected, from(records.measure()), where)
                .then(inOrder(records, "f.", order(records.measure())));
    }

    /** Of each thing only its first row. */
    private Sql pageOfFirsts(RecordsQuery records, Aggregate.Distinct distinct, List<Sql> selected) {
        Measure measure = records.measure();
        List<String> order = new ArrayList<>(List.of(MOMENT));
        for (int index = 0; index < measure.fact().key().size(); index++) {
            order.add("key_" + index);
        }
        selected.add(Sql.of("row_number() OVER (PARTITION BY " + aggregates().thing(distinct, measure.timing())
                + " ORDER BY " + String.join(", ", order(measure)) + ") AS place"));
        List<Sql> where = new ArrayList<>(List.of(Sql.of("place = 1")));
        if (records.after() != null) {
            where.add(behind(records, "", order, records.after()));
        }
        return SqlRenderer.select(
                        List.of(Sql.of("* EXCLUDE (place)")),
                        Sql.of("(")
                                .then(SqlRenderer.select(selected, from(measure), counted(measure)))
                                .then(")"),
                        where)
                .then(inOrder(records, "", order));
    }

    private static Sql inOrder(RecordsQuery records, String prefix, List<String> order) {
        Sort sort = records.sort();
        String first = sort == null
                ? ""
                : "%1$s%2$s IS NULL, %1$s%2$s%3$s, ".formatted(prefix, sort.column(), sort.descending() ? " DESC" : "");
        return Sql.of("\nORDER BY " + first + String.join(", ", order) + "\nLIMIT ?", records.limit() + 1L);
    }

    private static Sql behind(RecordsQuery records, String prefix, List<String> order, Cursor cursor) {
        Sort sort = records.sort();
        if (sort == null) {
            return behind(order, cursor.keys());
        }
        if (cursor.keys().size() < 2 || !cursor.keys().getFirst().equals(sort.tag())) {
            throw new InvalidQuery("cursor", "invalid_cursor", "not a cursor of this list");
        }
        Object value = Sort.read(cursor.keys().get(1));
        Sql same = behind(order, cursor.keys().subList(2, cursor.keys().size()));
        String column = prefix + sort.column();
        if (value == null) {
            return Sql.of(column + " IS NULL AND ").then(same);
        }
        return Sql.of(
                        "(%1$s IS NULL OR %1$s %2$s ? OR %1$s = ? AND "
                                .formatted(column, sort.descending() ? "<" : ">"),
                        value,
                        value)
                .then(same)
                .then(")");
    }

    /** How many rows a measure counts. */
    public Sql count(Measure measure) {
        String rows = measure.aggregate() instanceof Aggregate.Distinct distinct
                ? "count(DISTINCT " + aggregates().thing(distinct, measure.timing()) + ")"
                : "count(*)";
        return SqlRenderer.select(List.of(Sql.of(rows + " AS rows")), from(measure), counted(measure));
    }

    private AggregateSql aggregates(ConversionSql conversion) {
        return new AggregateSql(conversion, time);
    }

    private AggregateSql aggregates() {
        return aggregates(new ConversionSql(query.currency(), false));
    }

    /** Number and sum of the amounts in each currency that the sum leaves out. */
    public Sql unconverted(Measure measure, boolean withRates) {
        Aggregate.Money money = (Aggregate.Money) measure.aggregate();
        ConversionSql conversion = new ConversionSql(query.currency(), withRates);
        List<Sql> where = new ArrayList<>(counted(measure));
        where.add(aggregates(conversion).unconverted(measure, money));
        String currency = "f." + money.currencyColumn();
        return SqlRenderer.select(
                        List.of(
                                Sql.of(currency + " AS currency"),
                                Sql.of("count(*) AS count"),
                                Sql.of("sum(" + AggregateSql.product(money.column()) + ") AS amount")),
                        new DimensionSql(
                                        query,
                                        conversion.over(
                                                new InstantsSql(query).atTheEnd(measure.fact()), List.of(measure)),
                                        measure.timing(),
                                        time)
                                .from(),
                        where)
                .then("\nGROUP BY " + currency + "\nORDER BY " + currency);
    }

    private List<Sql> counted(Measure measure) {
        DimensionSql dimensions = dimensions(measure);
        List<Sql> filters = dimensions.filters();
        List<Sql> where = new ArrayList<>(
                switch (measure.timing()) {
                    case Timing.At at ->
                        Stream.concat(Stream.of(time.within(at.moment())), filters.stream())
                                .toList();
                    case Timing.Lasting lasting ->
                        Stream.concat(
                                        new LifetimeSql(lasting, dimensions).at(query.instant()).stream(),
                                        filters.stream())
                                .toList();
                    case Timing.Overlapping overlapping ->
                        OverlapSql.firstOverlaps(
                                overlapping, query.range().from(), query.range().to(), filters);
                    case Timing.Framed framed ->
                        Stream.concat(new FramedSql(query, framed).inTheWhole().stream(), filters.stream())
                                .toList();
                });
        if (!measure.conditions().isEmpty()) {
            where.add(new ConditionSql(time, moment(measure)).all(measure.conditions()));
        }
        if (measure.aggregate() instanceof Aggregate.Spread spread) {
            where.add(Sql.of("(" + AggregateSql.value(spread) + ") IS NOT NULL"));
        }
        if (measure.aggregate() instanceof Aggregate.Distinct distinct) {
            distinct.columns().forEach(column -> where.add(Sql.of("f." + column + " IS NOT NULL")));
        }
        return where;
    }

    private static Sql behind(List<String> order, List<String> keys) {
        if (keys.size() != order.size()) {
            throw new InvalidQuery("cursor", "invalid_cursor", "not a cursor of this list");
        }
        List<Object> values = new ArrayList<>(keys);
        try {
            values.set(0, Long.parseLong(keys.getFirst()));
        } catch (NumberFormatException notOurs) {
            throw new InvalidQuery("cursor", "invalid_cursor", "not a cursor of this list");
        }
        return Sql.of(
                "(" + String.join(", ", order) + ") > (" + String.join(", ", Collections.nCopies(order.size(), "?"))
                        + ")",
                values.toArray());
    }

    private static List<String> order(Measure measure) {
        List<String> order = new ArrayList<>();
        order.add("epoch_us(f." + moment(measure) + ")");
        measure.fact().key().forEach(column -> order.add("coalesce(f." + column + "::VARCHAR, '')"));
        return order;
    }

    private static String moment(Measure measure) {
        return TimeSql.deciding(measure.timing());
    }

    private DimensionSql dimensions(Measure measure) {
        return new DimensionSql(query, new InstantsSql(query).atTheEnd(measure.fact()), measure.timing(), time);
    }

    private Sql from(Measure measure) {
        return dimensions(measure).from();
    }
}
