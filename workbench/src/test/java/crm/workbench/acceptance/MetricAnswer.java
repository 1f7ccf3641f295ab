package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The answer to a question about a metric. */
record MetricAnswer(JsonNode json) {

    MetricValue total() {
        return new MetricValue(json);
    }

    /** The points of the series, by the day on which they start. */
    Map<String, MetricValue> series() {
        Map<String, MetricValue> points = new LinkedHashMap<>();
        json.required("series")
                .forEach(point -> points.put(
                        point.required("start").asText().substring(0, "2017-01-01".length()), new MetricValue(point)));
        return points;
    }

    /** The groups, by what their members are called. */
    Map<String, MetricValue> groups() {
        Map<String, MetricValue> groups = new LinkedHashMap<>();
        json.required("groups").forEach(group -> groups.put(name(group.required("label")), new MetricValue(group)));
        return groups;
    }

    /** Everything that the data decide: two answers from the same data agree on it. */
    JsonNode numbers() {
        ObjectNode numbers = json.deepCopy();
        return numbers.without(java.util.List.of("dataThrough", "links"));
    }

    private static String name(JsonNode labels) {
        return StreamSupport.stream(labels.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" / "));
    }
}
