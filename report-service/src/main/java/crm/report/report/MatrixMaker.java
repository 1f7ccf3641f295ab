package crm.report.report;

import crm.engine.model.Dimension;
import crm.engine.model.Unit;
import crm.engine.query.Answer;
import crm.report.metric.Inquiry;
import crm.report.metric.Inquiry.Answered;
import crm.report.report.Numbers.Place;
import crm.report.report.ReportQuestion.Ask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the table of a matrix: a row for each member of one dimension, a column for each of another. */
final class MatrixMaker {

    /** Most columns; the members beyond them are left out, and the table says that it is not complete. */
    static final int MOST_COLUMNS = 100;

    private static final String TOTAL = "total";

    private final ReportQuestion question;
    private final Inquiry inquiry;
    private final Numbers numbers;
    private final ReportColumn cell;
    private final ReportColumn.Figure figure;
    private final Map<Ask, Answered> answers;
    private final List<Dimension> dimensions;

    MatrixMaker(ReportQuestion question, Form.Matrix matrix, Inquiry inquiry, Map<Ask, Answered> answers) {
        this.question = question;
        this.inquiry = inquiry;
        this.numbers = Numbers.of(question, answers);
        this.cell = matrix.cell();
        this.figure = cell.figure().orElseThrow();
        this.answers = answers;
        this.dimensions = TableMaker.dimensions(question);
    }

    ReportTable table() {
        List<String> down = members(0);
        List<String> across = members(1);
        List<String> shownDown = down.subList(0, Math.min(question.limit(), down.size()));
        List<String> shownAcross = across.subList(0, Math.min(MOST_COLUMNS, across.size()));
        Map<String, String> names = inquiry.names(dimensions.getFirst(), shownDown);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String member : shownDown) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(name(0), member);
            row.put(Head.labelOf(name(0)), names.getOrDefault(member, member));
            for (String other : shownAcross) {
                row.put(key(other), numbers.figure(figure, question.by(), new Place(List.of(member, other), -1)));
            }
            row.put(TOTAL, numbers.figure(figure, question.by().subList(0, 1), new Place(List.of(member), -1)));
            rows.add(row);
        }
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        for (String other : shownAcross) {
            totals.put(key(other), numbers.figure(figure, question.by().subList(1, 2), new Place(List.of(other), -1)));
        }
        totals.put(TOTAL, numbers.at(cell, Place.TOTAL));
        boolean complete = shownAcross.size() == across.size()
                && answers.values().stream().allMatch(each -> each.answer().moreGroups() == 0);
        return new ReportTable(heads(shownAcross), rows, totals, down.size() - shownDown.size(), complete, null);
    }

    private String name(int dimension) {
        return question.by().get(dimension);
    }

    private String key(String member) {
        return name(1) + "=" + member;
    }

    /** The members of one side, in their own order, else the largest first. */
    private List<String> members(int side) {
        Answer answer = Objects.requireNonNull(
                        answers.get(new Ask(figure.asked(), question.by().subList(side, side + 1))))
                .answer();
        List<String> largestFirst = answer.groups().stream()
                .map(group -> group.members().getFirst())
                .toList();
        Comparator<String> natural = new MemberOrder(inquiry.snapshot(), List.of(name(side))).of(name(side));
        return MemberOrder.isNatural(name(side))
                ? largestFirst.stream().sorted(natural).toList()
                : largestFirst;
    }

    private List<Head> heads(List<String> across) {
        Unit unit = Units.of(cell, List.of(cell));
        String metric = figure.asked().metric().id();
        Drill drill = new Drill(question);
        Map<String, String> names = inquiry.names(dimensions.getLast(), across);
        List<Head> heads = new ArrayList<>(List.of(Head.dimension(name(0)), Head.label(name(0))));
        for (String member : across) {
            String template = drill.records(figure, question.by(), false);
            heads.add(Head.measure(
                    key(member),
                    names.getOrDefault(member, member),
                    unit,
                    "measure",
                    metric,
                    template == null ? null : template.replace("{" + name(1) + "}", Drill.encoded(member))));
        }
        heads.add(Head.measure(
                TOTAL,
                cell.title(),
                unit,
                "measure",
                metric,
                drill.records(figure, question.by().subList(0, 1), false)));
        return heads;
    }
}
