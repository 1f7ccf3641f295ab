package crm.report.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several questions, answered at one position of the log.
 *
 * @param questions at most {@link #MOST}
 * @param minPosition the answers contain the tenant's log up to this position
 * @param patience seconds to wait for it
 * @param asOf the position or time in whose view all are answered; the present where it is absent
 */
record MetricQuestions(
        List<Asked> questions,
        @Nullable Long minPosition,
        @JsonProperty("wait") @Nullable Integer patience,
        @Nullable String asOf) {

    /** Most questions in one request. */
    static final int MOST = 50;

    MetricQuestions {
        questions = List.copyOf(questions);
    }

    /** The parameters that hold for all questions, as an address has them. */
    Map<String, List<String>> freshness() {
        Map<String, List<String>> given = new LinkedHashMap<>();
        if (minPosition != null) {
            given.put("minPosition", List.of(minPosition.toString()));
        }
        if (patience != null) {
            given.put("wait", List.of(patience.toString()));
        }
        if (asOf != null) {
            given.put(FreshnessReader.AS_OF, List.of(asOf));
        }
        return given;
    }

    /** The parameters of all questions together, for what is looked up once for all of them. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> together = new LinkedHashMap<>();
        questions.forEach(asked -> asked.parameters()
                .forEach((name, values) ->
                        together.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values)));
        return together;
    }

    /**
     * One question.
     *
     * @param id comes back with the answer; usually the question's place, from 0
     * @param metric id or name
     * @param parameters as the address of the metric takes them: {@code {"period": "last_month", "filter[owner]": "u-7"}}
     */
    record Asked(String id, String metric, Map<String, List<String>> parameters) {}
}
