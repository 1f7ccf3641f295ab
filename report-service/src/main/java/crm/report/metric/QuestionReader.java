package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Switch;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeGrain;
import crm.engine.query.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a question about a metric from parameters. */
final class QuestionReader {

    private static final int USUAL_GROUPS = 100;
    private static final int MOST_MEMBERS = 1_000;

    private final Parameters parameters;
    private final Metric metric;
    private final Home home;
    private final Instant now;

    QuestionReader(Parameters parameters, Metric metric, Home home, Instant now) {
        this.parameters = parameters;
        this.metric = metric;
        this.home = home;
        this.now = now;
    }

    /** The question with all that {@code GET /v1/metrics/{id}} takes. */
    Question read() {
        Optional<TimeGrain> grain =
                parameters.one("grain", "unknown_grain", "hour, day, week, month, quarter or year", TimeGrain::named);
        int limit = parameters.number("limit", 1, MetricQuery.MOST_GROUPS).orElse(USUAL_GROUPS);
        Shape shape = shape();
        List<Dimension> groupBy = groupBy(shape);
        Optional<Comparison> comparison =
                parameters.one("compare", "unknown_comparison", "previous or year", Comparison::named);
        FreshnessReader.read(parameters);
        Optional<MetricQuery> query = query(shape, grain, groupBy, limit);
        query.ifPresent(asked -> {
            if (asked.hasSeries()) {
                parameters.attempt(() -> asked.axis().buckets());
            }
        });
        parameters.finish();
        MetricQuery asked = query.orElseThrow();
        return new Question(
                metric, asked, comparison.map(kind -> kind.of(asked.range().until(now), asked.range())));
    }

    /** The question behind a list of records: without series, groups and comparison. */
    Question readForRecords() {
        Shape shape = shape();
        FreshnessReader.read(parameters);
        Optional<MetricQuery> query = query(shape, Optional.empty(), List.of(), USUAL_GROUPS);
        parameters.finish();
        return new Question(metric, query.orElseThrow(), Optional.empty());
    }

    /** The question with all that {@code GET /v1/metrics/{id}/records} takes. */
    RecordsReader.Asked readRecords() {
        return new RecordsReader(parameters, this).read();
    }

    private Optional<MetricQuery> query(Shape shape, Optional<TimeGrain> grain, List<Dimension> groupBy, int limit) {
        ZoneId zone = parameters
                .one("tz", "unknown_time_zone", "an IANA time zone such as Europe/Paris", QuestionReader::zone)
                .orElse(home.zone());
        DayOfWeek weekStart = parameters
                .one("weekStart", "unknown_weekday", "monday to sunday", QuestionReader::weekday)
                .orElse(home.weekStart());
        Map<Dimension, List<String>> filters = filters(shape);
        Optional<TimeRange> range = new PeriodReader(parameters, zone, weekStart, now).read();
        return range.flatMap(period -> parameters.attempt(() -> new MetricQuery(
                shape,
                period,
                home.zone(),
                weekStart,
                home.currency(),
                grain.orElse(null),
                groupBy,
                filters,
                limit,
                now)));
    }

    private Shape shape() {
        return new SwitchReader(parameters, metric).read();
    }

    private List<Dimension> groupBy(Shape shape) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : parameters.words("groupBy")) {
            Optional<Dimension> dimension = dimension(shape, "groupBy", name);
            if (dimension.filter(dimensions::contains).isPresent()) {
                parameters.fault("groupBy", "repeated", name + " is named twice");
            } else {
                dimension.ifPresent(dimensions::add);
            }
        }
        if (dimensions.size() > MetricQuery.MOST_DIMENSIONS) {
            parameters.fault(
                    "groupBy", "too_many_dimensions", "at most " + MetricQuery.MOST_DIMENSIONS + " dimensions");
            return dimensions.subList(0, MetricQuery.MOST_DIMENSIONS);
        }
        return dimensions;
    }

    private Map<Dimension, List<String>> filters(Shape shape) {
        Map<Dimension, List<String>> filters = new LinkedHashMap<>();
        parameters.keyed("filter").forEach((name, members) -> {
            String parameter = "filter[" + name + "]";
            if (members.size() > MOST_MEMBERS) {
                parameters.fault(parameter, "too_many_members", "at most " + MOST_MEMBERS + " members");
            }
            dimension(shape, parameter, name).ifPresent(dimension -> filters.put(dimension, members));
        });
        for (Switch each : metric.switches()) {
            if (each instanceof Switch.Filter filter) {
                parameters.one(filter.name()).ifPresent(member -> dimension(shape, filter.name(), filter.dimension())
                        .ifPresent(dimension -> keep(filters, filter.name(), dimension, member)));
            }
        }
        return filters;
    }

    private void keep(Map<Dimension, List<String>> filters, String parameter, Dimension dimension, String member) {
        if (filters.put(dimension, List.of(member)) != null) {
            parameters.fault(parameter, "repeated", "filter[" + dimension.name() + "] says the same");
        }
    }

    private Optional<Dimension> dimension(Shape shape, String parameter, String name) {
        List<Dimension> allowed = shape.dimensions();
        Optional<Dimension> found =
                allowed.stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            parameters.fault(
                    parameter,
                    "unknown_dimension",
                    "\"" + name + "\" is none of "
                            + String.join(
                                    ", ", allowed.stream().map(Dimension::name).toList()));
        }
        return found;
    }

    private static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    private static Optional<DayOfWeek> weekday(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(text)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
