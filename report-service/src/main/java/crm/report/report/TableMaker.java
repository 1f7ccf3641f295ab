package crm.report.report;

import crm.engine.model.Dimension;
import crm.engine.model.Unit;
import crm.engine.query.Answer;
import crm.report.metric.Inquiry;
import crm.report.metric.Inquiry.Answered;
import crm.report.report.Numbers.Place;
import crm.report.report.ReportQuestion.Ask;
import crm.report.report.ReportQuestion.Sorting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the table of a series or a grid: rows told apart by members, by stretches of time, or by both. */
final class TableMaker {

    private final ReportQuestion question;
    private final Inquiry inquiry;
    private final Map<Ask, Answered> answers;
    private final List<ReportColumn> columns;
    private final Numbers numbers;
    private final Numbers before;
    private final Drill drill;
    private final MemberNames names;

    TableMaker(ReportQuestion question, Inquiry inquiry, Map<Ask, Answered> answers) {
        this.question = question;
        this.inquiry = inquiry;
        this.answers = answers;
        this.columns = question.report().form().columns();
        this.numbers = Numbers.of(question, answers);
        this.before = Numbers.ofCompared(question, answers);
        this.drill = new Drill(question);
        this.names = new MemberNames(question, inquiry);
    }

    ReportTable table() {
        List<List<String>> members = question.by().isEmpty() ? List.of(List.of()) : inOrder(members());
        int shown = Math.min(question.limit(), members.size());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        names.lookUp(members.subList(0, shown));
        for (List<String> each : members.subList(0, shown)) {
            if (isSeries()) {
                series(each).forEach(rows::add);
            } else if (!question.by().isEmpty()) {
                rows.add(row(new Place(each, -1)));
            } else {
                rows.add(row(Place.TOTAL));
            }
        }
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        numbers(totals, Place.TOTAL);
        return new ReportTable(heads(), rows, totals, members.size() - shown, isComplete(), null);
    }

    private boolean isSeries() {
        return question.report().form() instanceof Form.Series;
    }

    private boolean isComplete() {
        return answers.values().stream().allMatch(each -> each.answer().moreGroups() == 0);
    }

    private Set<List<String>> members() {
        Set<List<String>> members = new LinkedHashSet<>();
        answers.forEach((ask, answered) -> {
            if (ask.by().equals(question.by())) {
                answered.answer().groups().forEach(group -> members.add(group.members()));
                answered.compared().ifPresent(then -> then.groups().forEach(group -> members.add(group.members())));
            }
        });
        return members;
    }

    private List<List<String>> inOrder(Set<List<String>> members) {
        return members.stream()
                .sorted(question.sort().map(this::sorted).orElseGet(this::usual))
                .toList();
    }

    private Comparator<List<String>> sorted(Sorting sorting) {
        Comparator<BigDecimal> order =
                sorting.descending() ? Comparator.reverseOrder() : Comparator.<BigDecimal>naturalOrder();
        return byNumber(Units.named(sorting.key(), columns), order);
    }

    /** By what has an order of its own, then the largest first. */
    private Comparator<List<String>> usual() {
        MemberOrder order = new MemberOrder(inquiry.snapshot(), question.by());
        Comparator<List<String>> usual = byNumber(columns.getFirst(), Comparator.reverseOrder());
        for (int index = leadingNatural() - 1; index >= 0; index--) {
            int place = index;
            usual = Comparator.<List<String>, String>comparing(
                            members -> members.get(place),
                            order.of(question.by().get(index)))
                    .thenComparing(usual);
        }
        return usual;
    }

    /** How many of the dimensions, from the first on, have an order of their own. */
    private int leadingNatural() {
        int leading = 0;
        while (leading < question.by().size()
                && MemberOrder.isNatural(question.by().get(leading))) {
            leading++;
        }
        return leading;
    }

    private Comparator<List<String>> byNumber(ReportColumn column, Comparator<BigDecimal> order) {
        return Comparator.<List<String>, @Nullable BigDecimal>comparing(
                        members -> numbers.at(column, new Place(members, -1)), Comparator.nullsLast(order))
                .thenComparing(members -> String.join("\u0000", members));
    }

    private List<Map<String, @Nullable Object>> series(List<String> members) {
        List<Answer.Point> axis = answers.values().iterator().next().answer().series();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int bucket = 0; bucket < axis.size(); bucket++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("start", axis.get(bucket).start());
            row.put("end", axis.get(bucket).end());
            row.putAll(row(new Place(members, bucket)));
            rows.add(row);
        }
        return rows;
    }

    private Map<String, @Nullable Object> row(Place place) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(names.cells(place.members()));
        numbers(row, place);
        return row;
    }

    private void numbers(Map<String, @Nullable Object> row, Place place) {
        for (ReportColumn column : columns) {
            BigDecimal now = numbers.at(column, place);
            row.put(column.key(), now);
            if (isCompared()) {
                BigDecimal then = before.at(column, place);
                row.put(column.key() + "Before", then);
                row.put(column.key() + "Change", now == null || then == null ? null : now.subtract(then));
            }
        }
    }

    private boolean isCompared() {
        return question.first().compare().isPresent();
    }

    private List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        if (isSeries()) {
            heads.addAll(Head.stretch());
        }
        heads.addAll(names.heads());
        for (ReportColumn column : columns) {
            Unit unit = Units.of(column, columns);
            heads.add(Head.measure(
                    column.key(),
                    column.title(),
                    unit,
                    "measure",
                    column.figure().map(figure -> figure.asked().metric().id()).orElse(null),
                    drill.records(column)));
            if (isCompared()) {
                heads.add(
                        Head.measure(column.key() + "Before", column.title() + " before", unit, "before", null, null));
                heads.add(
                        Head.measure(column.key() + "Change", column.title() + " change", unit, "change", null, null));
            }
        }
        return heads;
    }

    /** The dimensions that rows are told apart by, as the answers understood them. */
    static List<Dimension> dimensions(ReportQuestion question) {
        return question.questions().entrySet().stream()
                .filter(each -> each.getKey().by().equals(question.by()))
                .map(each -> each.getValue().query().groupBy())
                .findFirst()
                .orElse(List.of());
    }
}
