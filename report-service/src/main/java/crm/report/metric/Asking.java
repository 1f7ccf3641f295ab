package crm.report.metric;

import crm.engine.answer.MetricAnswers;
import crm.engine.answer.MetricRecords;
import crm.engine.model.Metric;
import crm.engine.query.Answer;
import crm.engine.query.InvalidQuery;
import crm.engine.query.ReportingCalendar;
import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore;
import crm.engine.store.ColumnStore.Snapshot;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.report.catalog.Catalogue;
import crm.report.load.Following;
import crm.report.metric.MetricQuestionsResponse.Item;
import crm.report.table.Format;
import crm.report.table.Spool;
import crm.tenant.Settings;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks a tenant's store what a request wants to know. */
@ApplicationScoped
class Asking {

    private final ColumnStore store;
    private final Following following;
    private final KnownTenants tenants;
    private final KnownFields fields;
    private final Clock clock;

    Asking(ColumnStore store, Following following, KnownTenants tenants, KnownFields fields, Clock clock) {
        this.store = store;
        this.following = following;
        this.tenants = tenants;
        this.fields = fields;
        this.clock = clock;
    }

    /** An answer, and the question as it was understood. */
    record Answered(Question question, MetricResponse response) {}

    /**
     * Records as a table.
     *
     * @param count how many there are in all
     * @param next address of the next page; absent where the table holds the last
     */
    record Listed(Spool table, long count, Optional<String> next) {}

    Answered metric(TenantId tenant, Metric metric, Map<String, List<String>> given) {
        return asked(tenant, metric, given, (snapshot, reader) -> answered(snapshot, reader, new Links(metric, given)));
    }

    /** All questions of one snapshot; what is wrong with one does not harm the others. */
    MetricQuestionsResponse metrics(TenantId tenant, MetricQuestions questions) {
        Parameters parameters = new Parameters(questions.freshness());
        FreshnessReader.Freshness freshness = FreshnessReader.read(parameters);
        parameters.finish();
        return read(
                tenant,
                freshness,
                questions.parameters(),
                (snapshot, surroundings) -> new MetricQuestionsResponse(
                        questions.questions().stream()
                                .map(asked -> item(snapshot, surroundings, asked))
                                .toList(),
                        MetricResponses.dataThrough(snapshot.watermark())));
    }

    private static Item item(Snapshot snapshot, Surroundings surroundings, MetricQuestions.Asked asked) {
        Optional<Metric> metric = Catalogue.metric(asked.metric());
        if (metric.isEmpty()) {
            return Item.refused(asked.id(), Problem.of(ProblemType.NOT_FOUND, "No metric has this id or name."));
        }
        try {
            QuestionReader reader = surroundings.reader(metric.get(), asked.parameters());
            Links links = new Links(metric.get(), asked.parameters());
            return Item.answered(asked.id(), answered(snapshot, reader, links).response());
        } catch (InvalidQuery refused) {
            return Item.refused(asked.id(), MetricQuestionsResponse.problemOf(refused));
        }
    }

    private static Answered answered(Snapshot snapshot, QuestionReader reader, Links links) {
        Question question = reader.read();
        Answer answer = MetricAnswers.answer(snapshot, question.query());
        Optional<Answer> compared = question.compare()
                .map(range -> MetricAnswers.answer(snapshot, question.query().over(range)));
        Labels labels = Labels.of(snapshot, question.query(), answer);
        return new Answered(
                question, new MetricResponses(question, labels, links).of(answer, compared, snapshot.watermark()));
    }

    RecordsResponse records(TenantId tenant, Metric metric, Map<String, List<String>> given) {
        Links links = new Links(metric, given);
        return asked(tenant, metric, given, (snapshot, reader) -> {
            RecordsReader.Asked asked = reader.readRecords();
            MetricRecords.Page page = MetricRecords.page(snapshot, asked.records());
            Map<String, String> addresses = new LinkedHashMap<>();
            if (page.next() != null) {
                addresses.put("next", links.nextRecords(page.next().toString()));
            }
            return new RecordsResponse(
                    metric.id(),
                    asked.part().orElse(null),
                    MetricResponses.period(asked.question().query()),
                    page.count(),
                    page.rows().stream().map(RecordJson::of).toList(),
                    page.next() == null ? null : page.next().toString(),
                    MetricResponses.dataThrough(snapshot.watermark()),
                    addresses);
        });
    }

    /** All records where neither a page's size nor its beginning is named, else that page. */
    Listed records(TenantId tenant, Metric metric, Map<String, List<String>> given, Format format) {
        Links links = new Links(metric, given);
        return asked(tenant, metric, given, (snapshot, reader) -> {
            RecordsReader.Asked asked = reader.readRecords();
            MetricRecords.Page page = MetricRecords.page(snapshot, asked.records());
            Spool table = Spool.of(format, writer -> {
                if (asked.unlimited()) {
                    RecordsTable.writeAll(snapshot, asked.records(), writer);
                } else {
                    RecordsTable.writePage(page, asked.records(), writer);
                }
            });
            Optional<String> next = asked.unlimited() || page.next() == null
                    ? Optional.empty()
                    : Optional.of(links.nextRecords(page.next().toString()));
            return new Listed(table, page.count(), next);
        });
    }

    private <T> T asked(
            TenantId tenant,
            Metric metric,
            Map<String, List<String>> given,
            BiFunction<Snapshot, QuestionReader, T> answer) {
        return read(
                tenant,
                FreshnessReader.read(new Parameters(given)),
                given,
                (snapshot, surroundings) -> answer.apply(snapshot, surroundings.reader(metric, given)));
    }

    /** Waits for the data that must be in the answer, then asks one snapshot; questions are read in its settings. */
    private <T> T read(
            TenantId tenant,
            FreshnessReader.Freshness freshness,
            Map<String, List<String>> named,
            BiFunction<Snapshot, Surroundings, T> answer) {
        if (!following.await(tenant, freshness.position(), freshness.patience())) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_YET_VISIBLE,
                    "Position " + freshness.position() + " is not loaded yet.",
                    List.of(Violation.ofParameter("minPosition", "not_yet_visible", "ask again"))));
        }
        KnownTenants.Known known = tenants.of(tenant);
        OwnFields own = fields.of(tenant, named);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.read(
                tenant.toString(),
                snapshot -> answer.apply(snapshot, new Surroundings(home(snapshot, known, own), now)));
    }

    /** What questions are read in. */
    private record Surroundings(Home home, Instant now) {
        QuestionReader reader(Metric metric, Map<String, List<String>> given) {
            return new QuestionReader(new Parameters(given), metric, home, now);
        }
    }

    /** The zone and currency that the rows were made with; those of the tenant while there are none. */
    private static Home home(Snapshot snapshot, KnownTenants.Known known, OwnFields own) {
        Settings settings = known.settings();
        ReportingCalendar calendar = new ReportingCalendar(settings.weekStart(), settings.fiscalYearStart());
        return snapshot.query(Sql.of("SELECT time_zone, currency FROM store_settings")).stream()
                .findFirst()
                .map(row -> new Home(
                        ZoneId.of(Objects.requireNonNull(row.text("time_zone"))),
                        calendar,
                        Objects.requireNonNull(row.text("currency")),
                        known.rules(),
                        own))
                .orElse(new Home(
                        settings.timeZone(), calendar, settings.currency().getCurrencyCode(), known.rules(), own));
    }
}
