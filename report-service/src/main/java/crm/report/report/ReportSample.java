package crm.report.report;

import crm.engine.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row as a report may have it, made from its declaration, for those who read before they ask. */
public record ReportSample(
        List<Map<String, Object>> columns, List<Map<String, Object>> rows, Map<String, Object> totals) {

    public static ReportSample of(Report report) {
        List<Map<String, Object>> columns = new ArrayList<>();
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, Object> totals = new LinkedHashMap<>();
        for (Head head : heads(report)) {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("key", head.key());
            column.put("title", head.title());
            column.put("type", head.type());
            column.put("role", head.role());
            columns.add(column);
            row.put(head.key(), cell(head));
            if (head.role().equals("measure")) {
                totals.put(head.key(), cell(head));
            }
        }
        return new ReportSample(List.copyOf(columns), List.of(row), totals);
    }

    private static List<Head> heads(Report report) {
        List<Head> heads = new ArrayList<>();
        Form form = report.form();
        switch (form) {
            case Form.Listing listing ->
                heads.addAll(ListMaker.heads(listing.counted()
                        .metric()
                        .shape()
                        .formula()
                        .measures()
                        .getFirst()
                        .fact()));
            case Form.Funnel funnel -> heads.addAll(StepsMaker.HEADS);
            case Form.MembersFunnel funnel -> heads.addAll(StepsMaker.HEADS);
            case Form.Statement statement -> heads.addAll(StatementMaker.heads(false));
            case Form.Series series -> {
                heads.addAll(Head.stretch());
                numbers(form, heads);
            }
            case Form.Grid grid -> numbers(form, heads);
            case Form.Matrix matrix -> {
                heads.add(Head.dimension(matrix.down()));
                heads.add(Head.measure(
                        matrix.across() + "=a", "A", Units.of(matrix.cell(), form.columns()), "measure", null, null));
            }
        }
        return heads;
    }

    private static void numbers(Form form, List<Head> heads) {
        form.by().forEach(dimension -> heads.add(Head.dimension(dimension)));
        for (ReportColumn column : form.columns()) {
            Unit unit = Units.of(column, form.columns());
            heads.add(Head.measure(column.key(), column.title(), unit, "measure", null, null));
        }
    }

    private static Object cell(Head head) {
        return switch (head.type()) {
            case "integer" -> 42;
            case "money" -> 48250.75;
            case "ratio" -> 0.6;
            case "duration" -> 86400;
            case "number" -> 1.5;
            case "time" -> "2026-01-01T00:00:00Z";
            case "boolean" -> true;
            default -> "a";
        };
    }
}
