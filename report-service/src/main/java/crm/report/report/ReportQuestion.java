package crm.report.report;

import crm.engine.model.Shape;
import crm.report.catalog.Language;
import crm.report.metric.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question about a report, understood.
 *
 * @param by what rows are told apart by
 * @param given the parameters that every metric of the report is asked with
 * @param questions what is asked of the catalogue; a metric that knows nothing of what is filtered by is not asked
 * @param limit most rows
 * @param sort by which column; absent, in the report's own order
 */
record ReportQuestion(
        Report report,
        List<String> by,
        Map<String, List<String>> given,
        Map<Ask, Question> questions,
        int limit,
        Optional<Sorting> sort,
        Language language) {

    ReportQuestion {
        by = List.copyOf(by);
    }

    /** A metric, and what its answer is told apart by. */
    record Ask(Asked asked, List<String> by) {
        Ask {
            by = List.copyOf(by);
        }
    }

    /** By which column rows are put in order; rows without a number come last. */
    record Sorting(String key, boolean descending) {}

    /** Any of the questions: period, zone and currency are the same in all. */
    Question first() {
        return questions.values().iterator().next();
    }

    /** Whether the metric is asked at all: not where it knows nothing of what is filtered by. */
    boolean asks(Asked asked) {
        return questions.keySet().stream().anyMatch(ask -> ask.asked().equals(asked));
    }

    /** What the metric computes under the parameters that were given. */
    Shape shape(Asked asked) {
        return questions.entrySet().stream()
                .filter(each -> each.getKey().asked().equals(asked))
                .map(each -> each.getValue().query().shape())
                .findFirst()
                .orElse(asked.metric().shape());
    }

    /** What is asked for a figure of rows told apart by these; by nothing where it knows one of them not. */
    Ask ask(ReportColumn.Figure figure, List<String> wanted) {
        boolean known = wanted.stream().allMatch(each -> ReportReader.knows(figure.asked(), each));
        return new Ask(figure.asked(), known ? wanted : List.of());
    }
}
