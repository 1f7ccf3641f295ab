package crm.engine.sql;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<Dimension, List<String>> filters;
    private final TimeSql time;
    private final String moment;

    DimensionSql(MetricQuery query, Fact fact, Timing timing, TimeSql time) {
        this.fact = fact;
        this.groupBy = query.groupBy().stream().map(each -> own(fact, each)).toList();
        this.filters = new java.util.LinkedHashMap<>();
        query.filters().forEach((dimension, members) -> filters.put(own(fact, dimension), members));
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
        return Sql.of(fact.table() + " f" + joins());
    }

    private String joins() {
        Set<String> joins = new LinkedHashSet<>();
        sources().forEach(source -> {
            if (source instanceof Dimension.Through through) {
                joins.add("\nLEFT JOIN %1$s %2$s ON %2$s.id = f.%3$s"
                        .formatted(through.lookup(), lookupAlias(through), through.column()));
            } else if (source instanceof Dimension.Aged aged) {
                joins.add("\nCROSS JOIN (VALUES " + bandsOfAge(aged.days()) + ") age(band, least, until)");
            }
        });
        return String.join("", joins);
    }

    /** The moment from which ages are counted, where rows are grouped or filtered by age. */
    Optional<String> agedSince() {
        return sources()
                .filter(Dimension.Aged.class::isInstance)
                .map(source -> ((Dimension.Aged) source).since())
                .findFirst();
    }

    private Stream<Dimension.Source> sources() {
        return Stream.concat(groupBy.stream(), filters.keySet().stream()).map(Dimension::source);
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
        return filters.entrySet().stream()
                .map(entry -> Sql.of(
                        member(entry.getKey()) + " IN ("
                                + entry.getValue().stream().map(value -> "?").collect(Collectors.joining(", ")) + ")",
                        entry.getValue().toArray()))
                .toList();
    }

    private String member(Dimension dimension) {
        return switch (dimension.source()) {
            case Dimension.Own own -> orNone("f." + own.column());
            case Dimension.Through through -> orNone(lookupAlias(through) + "." + through.wanted());
            case Dimension.Known known -> "CASE WHEN f." + known.column() + " IS NULL THEN 'no' ELSE 'yes' END";
            case Dimension.Banded banded -> band("f." + banded.column(), banded.bands());
            case Dimension.Aged aged -> "age.band";
            case Dimension.PartOfTime part -> part(part.part()) + "::VARCHAR";
        };
    }

    private static String band(String number, List<Dimension.Band> bands) {
        StringBuilder text = new StringBuilder("CASE WHEN %s IS NULL THEN '%s'".formatted(number, Dimension.NONE));
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

    private static String lookupAlias(Dimension.Through through) {
        return through.lookup() + "_of_" + through.column();
    }

    /** The fact's own dimension of that name: two facts may keep the same dimension in different places. */
    private static Dimension own(Fact fact, Dimension asked) {
        return fact.dimension(asked.name())
                .orElseThrow(() -> new IllegalArgumentException(fact.name() + " have no " + asked.name()));
    }
}
