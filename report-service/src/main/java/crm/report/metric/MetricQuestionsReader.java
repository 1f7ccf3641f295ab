package crm.report.metric;

import com.fasterxml.jackson.databind.JsonNode;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads several questions from JSON; what is wrong with their form is told all at once. */
final class MetricQuestionsReader {

    private static final String QUESTIONS = "questions";
    private static final String MIN_POSITION = "minPosition";
    private static final String WAIT = "wait";
    private static final String PARAMETERS = "parameters";
    private static final Set<String> MEMBERS = Set.of(QUESTIONS, MIN_POSITION, WAIT, FreshnessReader.AS_OF);
    private static final Set<String> MEMBERS_OF_A_QUESTION = Set.of("id", "metric", PARAMETERS);
    private static final Set<String> OF_ALL = Set.of(MIN_POSITION, WAIT, FreshnessReader.AS_OF, Parameters.FORMAT);

    private final List<Violation> violations = new ArrayList<>();

    private MetricQuestionsReader() {}

    static MetricQuestions read(@Nullable JsonNode body) {
        return new MetricQuestionsReader().questions(body);
    }

    private MetricQuestions questions(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is no JSON object.");
        }
        refuseUnknown("", body, MEMBERS);
        List<MetricQuestions.Asked> asked = new ArrayList<>();
        JsonNode questions = body.path(QUESTIONS);
        if (!questions.isArray() || questions.isEmpty() || questions.size() > MetricQuestions.MOST) {
            refuse("/" + QUESTIONS, "wrong_length", "an array of 1 to " + MetricQuestions.MOST + " questions");
        } else {
            for (int index = 0; index < questions.size(); index++) {
                asked.add(question(index, questions.get(index)));
            }
        }
        Long position = whole(body, MIN_POSITION);
        Long wait = whole(body, WAIT);
        JsonNode asOf = body.path(FreshnessReader.AS_OF);
        if (!asOf.isMissingNode() && !asOf.isTextual() && !asOf.isIntegralNumber()) {
            refuse("/" + FreshnessReader.AS_OF, "invalid_time", "a position of the log, or a time with offset");
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_CONTENT, "See errors.", violations));
        }
        return new MetricQuestions(
                asked, position, wait == null ? null : wait.intValue(), asOf.isMissingNode() ? null : asOf.asText());
    }

    private MetricQuestions.Asked question(int index, JsonNode question) {
        String pointer = "/" + QUESTIONS + "/" + index;
        if (!question.isObject()) {
            refuse(pointer, "invalid_type", "an object");
        }
        refuseUnknown(pointer, question, MEMBERS_OF_A_QUESTION);
        if (!question.path("metric").isTextual()) {
            refuse(pointer + "/metric", "missing", "the id or a name of a metric");
        }
        return new MetricQuestions.Asked(
                question.path("id").asText(Integer.toString(index)),
                question.path("metric").asText(),
                parameters(pointer + "/" + PARAMETERS, question.path(PARAMETERS)));
    }

    private Map<String, List<String>> parameters(String pointer, JsonNode parameters) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        if (!parameters.isObject() && !parameters.isMissingNode()) {
            refuse(pointer, "invalid_type", "an object");
        }
        parameters.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (OF_ALL.contains(entry.getKey())) {
                refuse(pointer + "/" + entry.getKey(), "unknown_field", "it holds for all questions together");
            } else if (value.isArray()) {
                List<String> values = new ArrayList<>();
                value.forEach(each -> values.add(text(pointer, entry.getKey(), each)));
                read.put(entry.getKey(), List.of(String.join(",", values)));
            } else {
                read.put(entry.getKey(), List.of(text(pointer, entry.getKey(), value)));
            }
        });
        return read;
    }

    private String text(String pointer, String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            refuse(pointer + "/" + name, "invalid_type", "text, a number, true or false, or an array of them");
        }
        return value.asText();
    }

    private @Nullable Long whole(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            refuse("/" + name, "invalid_number", "a whole number, not negative");
        }
        return value.asLong();
    }

    private void refuseUnknown(String pointer, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(
                        pointer + "/" + name,
                        "unknown_field",
                        "known here are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    private void refuse(String pointer, String code, String detail) {
        violations.add(Violation.at(pointer, code, detail));
    }
}
