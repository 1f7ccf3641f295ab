package crm.report.report;

import crm.report.metric.Inquiry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses of the records behind cells, as templates with the row's keys in braces. */
final class Drill {

    private static final Set<String> PERIOD = Set.of("from", "to", "period");

    private final ReportQuestion question;

    Drill(ReportQuestion question) {
        this.question = question;
    }

    /** The template of a column's cells; null where they are no count or sum of records. */
    @Nullable
    String records(ReportColumn column) {
        return column.figure()
                .map(figure ->
                        records(figure, cellsBy(figure), question.report().form() instanceof Form.Series))
                .orElse(null);
    }

    private List<String> cellsBy(ReportColumn.Figure figure) {
        return question.by().stream().allMatch(each -> ReportReader.knows(figure.asked(), each))
                ? question.by()
                : List.of();
    }

    /** The template of cells told apart by these, and by stretches of time. */
    @Nullable
    String records(ReportColumn.Figure figure, List<String> by, boolean bySeries) {
        List<String> part = figure.part().records(question.shape(figure.asked()));
        if (part.isEmpty() || !question.asks(figure.asked())) {
            return null;
        }
        Map<String, List<String>> kept = new LinkedHashMap<>();
        ReportReader.concerning(figure.asked(), question.given()).forEach((name, values) -> {
            boolean replaced = bySeries && PERIOD.contains(name)
                    || by.stream().anyMatch(dimension -> name.equals("filter[" + dimension + "]"));
            if (!replaced) {
                kept.put(name, values);
            }
        });
        if (!part.getFirst().isEmpty()) {
            kept.put("part", part);
        }
        String address = Inquiry.records(figure.asked().metric(), kept);
        String members = by.stream()
                .map(dimension -> "filter%5B" + dimension + "%5D={" + dimension + "}")
                .collect(Collectors.joining("&"));
        String template = joined(address, bySeries ? "from={start}&to={end}" : "");
        return joined(template, members);
    }

    /** A member as it stands in an address. */
    static String encoded(String member) {
        return URLEncoder.encode(member, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String joined(String address, String more) {
        if (more.isEmpty()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + more;
    }
}
