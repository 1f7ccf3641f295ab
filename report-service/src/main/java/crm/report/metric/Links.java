package crm.report.metric;

import crm.engine.model.Metric;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses that belong to an answer, relative to the service. */
final class Links {

    private static final Set<String> NOT_OF_RECORDS =
            Set.of("grain", "groupBy", "compare", "align", "limit", "minPosition", "wait", "format");

    private final Metric metric;
    private final Map<String, List<String>> parameters;

    Links(Metric metric, Map<String, List<String>> parameters) {
        this.metric = metric;
        this.parameters = parameters;
    }

    static String metric(Metric metric) {
        return "/v1/metrics/" + metric.id();
    }

    static String definition(Metric metric) {
        return metric(metric) + "/definition";
    }

    Map<String, String> all() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", metric(metric) + query(Set.of()));
        links.put("records", metric(metric) + "/records" + query(NOT_OF_RECORDS));
        links.put("definition", definition(metric));
        return links;
    }

    /** The next page of the records that {@code parameters} ask for. */
    String nextRecords(String cursor) {
        String rest = query(Set.of("cursor"));
        return metric(metric) + "/records" + (rest.isEmpty() ? "?" : rest + "&") + "cursor=" + cursor;
    }

    String queryOfRecords() {
        return query(NOT_OF_RECORDS);
    }

    private String query(Set<String> without) {
        String query = parameters.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
