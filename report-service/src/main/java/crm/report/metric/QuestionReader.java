package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.query.Attribution;
import crm.engine.query.Filter;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeGrain;
import crm.engine.query.TimeRange;
import crm.report.catalog.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a question about a metric from parameters. */
final class QuestionReader {

    private static final int USUAL_GROUPS = 100;

    private final Parameters parameters;
    private final Metric metric;
    private final Home home;
    private final SettingsReader settings;
    private final Instant now;

    QuestionReader(Parameters parameters, Metric metric, Home home, Instant now) {
        this.parameters = parameters;
        this.metric = metric;
        this.home = home;
        this.settings = new SettingsReader(parameters, home);
        this.now = now;
    }

    /** The question with all that {@code GET /v1/metrics/{id}} takes. */
    Question read() {
        Optional<TimeGrain> grain =
                parameters.one("grain", "unknown_grain", "hour, day, week, month, quarter or year", TimeGrain::named);
        int limit = parameters.number("limit", 1, MetricQuery.MOST_GROUPS).orElse(USUAL_GROUPS);
        Shape shape = shape();
        List<Dimension> groupBy = new DimensionReader(parameters, shape, home.own()).groupBy();
        FreshnessReader.read(parameters);
        Language language = LanguageReader.read(parameters);
        Optional<MetricQuery> query = query(shape, grain, groupBy, limit);
        Optional<TimeRange> compared = new ComparisonReader(parameters, periods())
                .read()
                .flatMap(comparison -> query.flatMap(asked ->
                        parameters.attempt(() -> comparison.of(asked.range().until(now), asked.range()))));
        query.ifPresent(asked -> refuseTooManyBuckets(asked, compared));
        parameters.finish();
        return new Question(metric, query.orElseThrow(), compared, language);
    }

    /** The question behind a list of records: without series, groups and comparison. */
    Optional<MetricQuery> queryOfRecords() {
        Shape shape = shape();
        FreshnessReader.read(parameters);
        return query(shape, Optional.empty(), List.of(), USUAL_GROUPS).map(MetricQuery::finerIfAsked);
    }

    /** Ends the reading of a list of records. */
    Question finish(Optional<MetricQuery> query) {
        Language language = LanguageReader.read(parameters);
        parameters.finish();
        return new Question(metric, query.orElseThrow(), Optional.empty(), language);
    }

    /** The question with all that {@code GET /v1/metrics/{id}/records} takes. */
    RecordsReader.Asked readRecords() {
        return new RecordsReader(parameters, this).read();
    }

    private void refuseTooManyBuckets(MetricQuery query, Optional<TimeRange> compared) {
        if (query.hasSeries()) {
            parameters.attempt(() -> query.axis().buckets());
            compared.ifPresent(
                    range -> parameters.attempt(() -> query.over(range).axis().buckets()));
        }
    }

    private Optional<MetricQuery> query(Shape shape, Optional<TimeGrain> grain, List<Dimension> groupBy, int limit) {
        List<Filter> filters =
                new FilterReader(parameters, metric, new DimensionReader(parameters, shape, home.own())).read();
        Attribution attribution = parameters
                .one("attribution", "unknown_attribution", "at-event or current", QuestionReader::attribution)
                .orElse(Attribution.AT_EVENT);
        String currency = settings.currency();
        return periods()
                .read()
                .flatMap(period -> parameters.attempt(() -> new MetricQuery(
                        shape,
                        period,
                        home.zone(),
                        settings.calendar(),
                        currency,
                        grain.orElse(null),
                        groupBy,
                        filters,
                        attribution,
                        limit,
                        now)));
    }

    private PeriodReader periods() {
        return new PeriodReader(parameters, settings.zone(), settings.calendar(), now);
    }

    /** Where the metric's own numbers are not given, they are what the tenant's rules were on the period's last day. */
    private Shape shape() {
        Instant end = periods()
                .read()
                .map(TimeRange::to)
                .filter(to -> to.isBefore(now))
                .orElse(now);
        LocalDate lastDay = LocalDate.ofInstant(end.minusNanos(1), home.zone());
        return new SwitchReader(parameters, metric, name -> home.usual(name, lastDay)).read();
    }

    private static Optional<Attribution> attribution(String text) {
        return switch (text) {
            case "at-event" -> Optional.of(Attribution.AT_EVENT);
            case "current" -> Optional.of(Attribution.CURRENT);
            default -> Optional.empty();
        };
    }
}
