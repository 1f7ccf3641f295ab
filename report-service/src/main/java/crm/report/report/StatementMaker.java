package crm.report.report;

import crm.engine.model.Unit;
import crm.report.metric.Inquiry.Answered;
import crm.report.report.Numbers.Place;
import crm.report.report.ReportQuestion.Ask;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the table of a statement: a number a line, each with its unit. */
final class StatementMaker {

    private final ReportQuestion question;
    private final Numbers numbers;
    private final Numbers before;
    private final Drill drill;

    StatementMaker(ReportQuestion question, Map<Ask, Answered> answers) {
        this.question = question;
        this.numbers = Numbers.of(question, answers);
        this.before = Numbers.ofCompared(question, answers);
        this.drill = new Drill(question);
    }

    ReportTable table() {
        boolean compared = question.first().compare().isPresent();
        List<ReportColumn> lines = question.report().form().columns();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ReportColumn line : lines) {
            Unit unit = Units.of(line, lines);
            BigDecimal now = numbers.at(line, Place.TOTAL);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("line", line.key());
            row.put("lineLabel", line.title());
            row.put("value", now);
            row.put("unit", unit.code());
            row.put("displayUnit", unit.display());
            if (compared) {
                BigDecimal then = before.at(line, Place.TOTAL);
                row.put("valueBefore", then);
                row.put("valueChange", now == null || then == null ? null : now.subtract(then));
            }
            row.put("records", drill.records(line));
            rows.add(row);
        }
        return new ReportTable(heads(compared), rows, Map.of(), 0, true, null);
    }

    static List<Head> heads(boolean compared) {
        List<Head> heads = new ArrayList<>(List.of(
                Head.text("line", "Line", "dimension"),
                Head.text("lineLabel", "Line name", "label"),
                number("value", "Value", "measure"),
                Head.text("unit", "Unit", "detail"),
                Head.text("displayUnit", "Shown as", "detail")));
        if (compared) {
            heads.add(number("valueBefore", "Value before", "before"));
            heads.add(number("valueChange", "Change", "change"));
        }
        heads.add(Head.text("records", "Records", "link"));
        return heads;
    }

    private static Head number(String key, String title, String role) {
        return new Head(key, title, "number", null, null, role, null, null);
    }
}
