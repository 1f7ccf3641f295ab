package crm.report.metric;

import crm.engine.answer.MetricAnswers;
import crm.engine.answer.MetricRecords;
import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.query.Answer;
import crm.engine.query.RecordsQuery;
import crm.engine.store.ColumnStore.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several questions about metrics, all read alike and answered from one state of the data. */
public final class Inquiry {

    private final Snapshot snapshot;
    private final Surroundings surroundings;

    Inquiry(Snapshot snapshot, Surroundings surroundings) {
        this.snapshot = snapshot;
        this.surroundings = surroundings;
    }

    /** An answer, and what it was compared with, where that was asked. */
    public record Answered(Question question, Answer answer, Optional<Answer> compared) {}

    /**
     * A list of records, understood.
     *
     * @param unlimited whether neither a page's size nor its beginning was named
     */
    public record Listing(Question question, RecordsQuery records, boolean unlimited) {}

    /** The question that an address of the metric with these parameters asks. */
    public Question read(Metric metric, Map<String, List<String>> parameters) {
        return surroundings.reader(metric, parameters).read();
    }

    public Answered answer(Question question) {
        return new Answered(
                question,
                MetricAnswers.answer(snapshot, question.query()),
                question.compare()
                        .map(range ->
                                MetricAnswers.answer(snapshot, question.query().over(range))));
    }

    /** The list that the address of the metric's records with these parameters asks for. */
    public Listing readRecords(Metric metric, Map<String, List<String>> parameters) {
        RecordsReader.Asked asked = surroundings.reader(metric, parameters).readRecords();
        return new Listing(asked.question(), asked.records(), asked.unlimited());
    }

    public MetricRecords.Page page(RecordsQuery records) {
        return MetricRecords.page(snapshot, records);
    }

    /** What members are called, as far as it is known. */
    public Map<String, String> names(Dimension dimension, Collection<String> members) {
        Dimension.Labels labels = dimension.labels();
        return labels == null || members.isEmpty() ? Map.of() : Labels.names(snapshot, labels, List.copyOf(members));
    }

    /** What the data are. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The address of the records behind a question, with the question's parameters. */
    public static String records(Metric metric, Map<String, List<String>> parameters) {
        return Links.metric(metric) + "/records" + new Links(metric, parameters).queryOfRecords();
    }

    public static String definition(Metric metric) {
        return Links.definition(metric);
    }
}
