package crm.report.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses that belong to a report's answer, relative to the service. */
final class Addresses {

    private static final String ROOT = "/v1/reports/";

    private final Report report;
    private final Map<String, List<String>> given;

    Addresses(Report report, Map<String, List<String>> given) {
        this.report = report;
        this.given = given;
    }

    static String report(Report report) {
        return ROOT + report.id();
    }

    static String definition(Report report) {
        return report(report) + "/definition";
    }

    String self() {
        return address(given);
    }

    String in(String format) {
        return with("format", format);
    }

    String next(String cursor) {
        return with("cursor", cursor);
    }

    private String with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(given);
        more.put(name, List.of(value));
        return address(more);
    }

    private String address(Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> Drill.encoded(entry.getKey()) + "="
                                + Drill.encoded(value).replace("%2C", ",").replace("%3A", ":")))
                .collect(Collectors.joining("&"));
        return report(report) + (query.isEmpty() ? "" : "?" + query);
    }
}
