package crm.report.metric;

import crm.engine.answer.MetricAnswers;
import crm.engine.answer.MetricRecords;
import crm.engine.model.Metric;
import crm.engine.query.Answer;
import crm.engine.query.ReportingCalendar;
import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore;
import crm.engine.store.ColumnStore.Snapshot;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.report.load.Following;
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

    MetricResponse metric(TenantId tenant, Metric metric, Map<String, List<String>> given) {
        Links links = new Links(metric, given);
        return asked(tenant, metric, given, (snapshot, reader) -> {
            Question question = reader.read();
            Answer answer = MetricAnswers.answer(snapshot, question.query());
            Optional<Answer> compared = question.compare()
                    .map(range ->
                            MetricAnswers.answer(snapshot, question.query().over(range)));
            Labels labels = Labels.of(snapshot, question.query(), answer);
            return new MetricResponses(question, labels, links).of(answer, compared, snapshot.watermark());
        });
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

    /** Waits for the data that must be in the answer, then asks one snapshot; the question is read in its settings. */
    private <T> T asked(
            TenantId tenant,
            Metric metric,
            Map<String, List<String>> given,
            BiFunction<Snapshot, QuestionReader, T> answer) {
        FreshnessReader.Freshness freshness = FreshnessReader.read(new Parameters(given));
        if (!following.await(tenant, freshness.position(), freshness.patience())) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_YET_VISIBLE,
                    "Position " + freshness.position() + " is not loaded yet.",
                    List.of(Violation.ofParameter("minPosition", "not_yet_visible", "ask again"))));
        }
        KnownTenants.Known known = tenants.of(tenant);
        OwnFields own = fields.of(tenant, given);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.read(tenant.toString(), snapshot -> {
            QuestionReader reader = new QuestionReader(new Parameters(given), metric, home(snapshot, known, own), now);
            return answer.apply(snapshot, reader);
        });
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
