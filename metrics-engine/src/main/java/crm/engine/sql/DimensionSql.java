package crm.engine.sql;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.model.Timing;
import crm.engine.query.Attribution;
import crm.engine.query.Filter;
import crm.engine.query.MetricQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The dimensions of a question over one fact: their expressions, the lookups they need, and the filters. */
final class DimensionSql {

    /** Where the bands of age stand in a statement that has them. */
    static final String BAND_LEAST = "age.least";

    static final String BAND_END = "age.until";

    private final Fact fact;
    private final List<Dimension> groupBy;
    private final List<Filter> filters;
    private final Set<Dimension> asked;
    private final Attribution attribution;
    private final TimeSql time;
    private final String moment;

    DimensionSql(MetricQuery query, Fact fact, Timing timing, TimeSql time) {
        this.fact = fact;
        this.groupBy = query.groupBy();
        this.filters = query.filters();
        this.asked = query.dimensions();
        this.attribution = query.attribution();
        this.time = time;
        this.moment = TimeSql.deciding(timing);
    }

    /** Names of the grouped columns. */
    List<String> aliases() {
        return groupBy.stream().map(Dimension::alias).toList();
    }

    /** Each grouped member under its alias; never null, so that null says "not grouped". */
    List<Sql> selected() {
        return groupBy.stream()
                .map(dimension -> Sql.of(member(dimension) + " AS " + dimension.alias()))
                .toList();
    }

    /** The fact's table, called f, with the tables that members are looked up in. */
    Sql from() {
        Set<String> joins = new LinkedHashSet<>();
        asked.forEach(dimension -> addJoins(joins, source(dimension)));
        return Sql.of(fact.table() + " f" + String.join("", joins));
    }

    private static void addJoins(Set<String> joins, Dimension.Source source) {
        switch (source) {
            case Dimension.Through through ->
                joins.add(join(through.lookup(), alias(through), "f." + through.column()));
            case Dimension.Beyond beyond -> {
                addJoins(joins, beyond.first());
                joins.add(join(
                        beyond.lookup(),
                        alias(beyond),
                        alias(beyond.first()) + "." + beyond.first().wanted()));
            }
            case Dimension.FirstOf several -> several.sources().forEach(each -> addJoins(joins, each));
            case Dimension.Aged aged ->
                joins.add("\nCROSS JOIN (VALUES " + bandsOfAge(aged.days()) + ") age(band, least, until)");
            case Dimension.Own own -> {}
            case Dimension.InJson json -> {}
            case Dimension.Banded banded -> {}
            case Dimension.Known known -> {}
            case Dimension.PartOfTime part -> {}
        }
    }

    private static String join(Dimension.Lookup lookup, String alias, String id) {
        return "\nLEFT JOIN %1$s %2$s ON %2$s.id = %3$s".formatted(lookup.relation(), alias, id);
    }

    /** The moment from which ages are counted, where rows are grouped or filtered by age. */
    Optional<String> agedSince() {
        return sources()
                .filter(Dimension.Aged.class::isInstance)
                .map(source -> ((Dimension.Aged) source).since())
                .findFirst();
    }

    private Stream<Dimension.Source> sources() {
        return asked.stream().map(this::source);
    }

    private static String bandsOfAge(List<Dimension.Band> bands) {
        return IntStream.range(0, bands.size())
                .mapToObj(index -> "('%s', %d, %s)"
                        .formatted(
                                bands.get(index).name(),
                                bands.get(index).least(),
                                index + 1 < bands.size() ? bands.get(index + 1).least() : "NULL"))
                .collect(Collectors.joining(", "));
    }

    /** What rows must meet to be of the members asked for. */
    List<Sql> filters() {
        return filters.stream().map(this::filter).toList();
    }

    private Sql filter(Filter filter) {
        return switch (filter) {
            case Filter.Only only ->
                Sql.of(
                        member(only.dimension()) + " IN ("
                                + marks(only.members().size()) + ")",
                        only.members().toArray());
            case Filter.Except except ->
                Sql.of(
                        member(except.dimension()) + " NOT IN ("
                                + marks(except.members().size()) + ")",
                        except.members().toArray());
            case Filter.AtLeast least -> compared(least.dimension(), ">=", least.least());
            case Filter.Below below -> compared(below.dimension(), "<", below.limit());
            case Filter.Outside outside -> outside(outside);
        };
    }

    /** Numbers are compared as numbers, all else as text; no member is neither. */
    private Sql compared(Dimension dimension, String operator, String bound) {
        String member = bare(source(dimension));
        if (dimension.isDecimal()) {
            return Sql.of(
                    "TRY_CAST(" + member + " AS DECIMAL(36, 18)) " + operator + " CAST(? AS DECIMAL(36, 18))", bound);
        }
        return dimension.isNumeric()
                ? Sql.of(member + " " + operator + " ?", Long.parseLong(bound))
                : Sql.of(member + " " + operator + " ?", bound);
    }

    private Sql outside(Filter.Outside outside) {
        String members = outside.dimensions().stream().map(this::member).collect(Collectors.joining(", "));
        String group = "row(" + marks(outside.dimensions().size()) + ")";
        String groups = outside.groups().stream().map(each -> group).collect(Collectors.joining(", "));
        return Sql.of(
                "row(" + members + ") NOT IN (" + groups + ")",
                outside.groups().stream().flatMap(List::stream).toArray());
    }

    private static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    /** The member that a row has in the dimension, or {@link Dimension#NONE}. */
    private String member(Dimension dimension) {
        Dimension.Source source = source(dimension);
        return switch (source) {
            case Dimension.Known known -> bare(known);
            case Dimension.PartOfTime part -> bare(part) + "::VARCHAR";
            case Dimension.Own own -> orNone(bare(own));
            case Dimension.InJson json -> orNone(bare(json));
            case Dimension.Through through -> orNone(bare(through));
            case Dimension.Beyond beyond -> orNone(bare(beyond));
            case Dimension.FirstOf several -> orNone(bare(several));
            case Dimension.Banded banded -> orNone(bare(banded));
            case Dimension.Aged aged -> bare(aged);
        };
    }

    /** The same, null where there is none. */
    private String bare(Dimension.Source source) {
        return switch (source) {
            case Dimension.Own own -> "f." + own.column();
            case Dimension.InJson json -> "json_extract_string(f." + json.column() + ", '$.\"" + json.key() + "\"')";
            case Dimension.Through through -> alias(through) + "." + through.wanted();
            case Dimension.Beyond beyond -> alias(beyond) + "." + beyond.wanted();
            case Dimension.FirstOf several ->
                several.sources().stream().map(this::bare).collect(Collectors.joining(", ", "coalesce(", ")"));
            case Dimension.Known known -> "CASE WHEN f." + known.column() + " IS NULL THEN 'no' ELSE 'yes' END";
            case Dimension.Banded banded -> band("f." + banded.column(), banded.bands());
            case Dimension.Aged aged -> "age.band";
            case Dimension.PartOfTime part -> part(part.part());
        };
    }

    private static String band(String number, List<Dimension.Band> bands) {
        StringBuilder text = new StringBuilder("CASE WHEN %s IS NULL THEN NULL".formatted(number));
        for (int index = 0; index + 1 < bands.size(); index++) {
            text.append(" WHEN %s < %d THEN '%s'"
                    .formatted(
                            number,
                            bands.get(index + 1).least(),
                            bands.get(index).name()));
        }
        return text.append(" ELSE '%s' END".formatted(bands.getLast().name())).toString();
    }

    private String part(Dimension.TimePart part) {
        String local = "(" + time.local("f." + moment) + ")";
        return switch (part) {
            case HOUR_OF_DAY -> "hour" + local;
            case WEEKDAY -> "isodow" + local;
        };
    }

    private static String orNone(String column) {
        return "coalesce(" + column + ", '" + Dimension.NONE + "')";
    }

    private static String alias(Dimension.Through through) {
        return through.lookup().name() + "_of_" + through.column();
    }

    private static String alias(Dimension.Beyond beyond) {
        return beyond.lookup().name() + "_of_" + beyond.first().wanted() + "_of_" + alias(beyond.first());
    }

    /**
     * Where the fact keeps the dimension of that name: two facts may keep the same in different places, and what a row
     * has today in another than what it had.
     */
    private Dimension.Source source(Dimension dimension) {
        Dimension own = fact.own(dimension)
                .orElseThrow(() -> new IllegalArgumentException(fact.name() + " have no " + dimension.name()));
        return attribution == Attribution.CURRENT && own.today() != null ? own.today() : own.source();
    }
}
