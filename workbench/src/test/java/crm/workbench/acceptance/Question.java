package crm.workbench.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A question about a metric, as a client writes it into an address. */
record Question(String metric, Map<String, String> parameters) {

    static Question about(String metric) {
        return new Question(metric, Map.of());
    }

    Question with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new Question(metric, more);
    }

    Question from(String from, String to) {
        return with("from", from).with("to", to);
    }

    Question by(String... dimensions) {
        return with("groupBy", String.join(",", dimensions)).with("limit", 1000);
    }

    String path() {
        return path("");
    }

    /** The address of the rows that were counted. */
    String recordsPath() {
        return path("/records");
    }

    private String path(String of) {
        return "/v1/metrics/" + metric + of
                + parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
