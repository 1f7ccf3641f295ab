package crm.report.metric;

import crm.engine.answer.MetricAnswers;
import crm.engine.answer.MetricRecords;
import crm.engine.model.Metric;
import crm.engine.query.Answer;
import crm.engine.query.InvalidQuery;
import crm.engine.store.ColumnStore.Snapshot;
import crm.http.problem.Problem;
import crm.http.problem.ProblemType;
import crm.report.catalog.Catalogue;
import crm.report.metric.MetricQuestionsResponse.Item;
import crm.report.table.Format;
import crm.report.table.Spool;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks a tenant's store what a request wants to know. */
@ApplicationScoped
class Asking {

    private final Standpoints standpoints;
    private final Homes homes;

    Asking(Standpoints standpoints, Homes homes) {
        this.standpoints = standpoints;
        this.homes = homes;
    }

    /**
     * Records as a table.
     *
     * @param count how many there are in all
     * @param next address of the next page; absent where the table holds the last
     */
    record Listed(Spool table, long count, Optional<String> next) {}

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
            Question question =
                    surroundings.reader(metric.get(), asked.parameters()).read();
            Links links = new Links(metric.get(), asked.parameters());
            return Item.answered(asked.id(), answer(snapshot, question, links));
        } catch (InvalidQuery refused) {
            return Item.refused(asked.id(), MetricQuestionsResponse.problemOf(refused));
        }
    }

    static MetricResponse answer(Snapshot snapshot, Question question, Links links) {
        Answer answer = MetricAnswers.answer(snapshot, question.query());
        Optional<Answer> compared = question.compare()
                .map(range -> MetricAnswers.answer(snapshot, question.query().over(range)));
        Labels labels = Labels.of(snapshot, question.query(), answer);
        return new MetricResponses(question, labels, links).of(answer, compared, snapshot.watermark());
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

    /** Questions are read in the settings of the snapshot that answers them. */
    <T> T read(
            TenantId tenant,
            FreshnessReader.Freshness freshness,
            Map<String, List<String>> named,
            BiFunction<Snapshot, Surroundings, T> answer) {
        Homes.ForRequest home = homes.of(tenant, named);
        return standpoints.read(
                tenant, freshness, (snapshot, now) -> answer.apply(snapshot, new Surroundings(home.of(snapshot), now)));
    }
}
