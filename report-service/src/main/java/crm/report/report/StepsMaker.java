package crm.report.report;

import crm.engine.model.Unit;
import crm.report.metric.Inquiry;
import crm.report.metric.Inquiry.Answered;
import crm.report.report.Numbers.Place;
import crm.report.report.ReportQuestion.Ask;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table of a funnel: how many reached each step, which share that is of the first step and of the one before,
 * how many got lost on the way, and where the greatest share did.
 */
final class StepsMaker {

    private static final int RATIO_SCALE = 6;

    private final ReportQuestion question;
    private final Inquiry inquiry;
    private final Map<Ask, Answered> answers;
    private final Numbers numbers;
    private final Drill drill;

    StepsMaker(ReportQuestion question, Inquiry inquiry, Map<Ask, Answered> answers) {
        this.question = question;
        this.inquiry = inquiry;
        this.answers = answers;
        this.numbers = Numbers.of(question, answers);
        this.drill = new Drill(question);
    }

    /** A step, how many reached it, and where their records are. */
    private record Step(
            String key,
            String title,
            @Nullable BigDecimal reached,
            @Nullable String records) {}

    ReportTable ofColumns(Form.Funnel funnel) {
        return table(funnel.steps().stream()
                .map(step -> new Step(
                        step.key(),
                        step.title(),
                        numbers.at(step, Place.TOTAL),
                        step.figure()
                                .map(figure -> drill.records(figure, List.of(), false))
                                .orElse(null)))
                .toList());
    }

    ReportTable ofMembers(Form.MembersFunnel funnel) {
        ReportColumn.Figure figure = funnel.reached().figure().orElseThrow();
        MemberOrder order = new MemberOrder(inquiry.snapshot(), question.by());
        List<String> members =
                Objects.requireNonNull(answers.get(new Ask(figure.asked(), question.by()))).answer().groups().stream()
                        .map(group -> group.members().getFirst())
                        .sorted(order.of(funnel.dimension()))
                        .toList();
        MemberNames names = new MemberNames(question, inquiry);
        names.lookUp(members.stream().map(List::of).toList());
        String template = drill.records(figure, question.by(), false);
        return table(members.stream()
                .map(member -> new Step(
                        member,
                        names.of(0, member),
                        numbers.at(funnel.reached(), new Place(List.of(member), -1)),
                        template == null
                                ? null
                                : template.replace("{" + funnel.dimension() + "}", Drill.encoded(member))))
                .toList());
    }

    private ReportTable table(List<Step> steps) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Optional<Step> narrowest = narrowest(steps);
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            BigDecimal before = index == 0 ? null : steps.get(index - 1).reached();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("step", step.key());
            row.put("stepLabel", step.title());
            row.put("reached", step.reached());
            row.put("share", Numbers.quotient(step.reached(), steps.getFirst().reached(), RATIO_SCALE));
            row.put("conversion", Numbers.quotient(step.reached(), before, RATIO_SCALE));
            row.put("lost", before == null || step.reached() == null ? null : before.subtract(step.reached()));
            row.put("bottleneck", narrowest.filter(step::equals).isPresent());
            row.put("records", step.records());
            rows.add(row);
        }
        return new ReportTable(HEADS, rows, totals(steps), 0, true, null);
    }

    /** Of the whole way: the share of the first step that reached the last. */
    private static Map<String, @Nullable Object> totals(List<Step> steps) {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        totals.put(
                "conversion",
                steps.isEmpty()
                        ? null
                        : Numbers.quotient(
                                steps.getLast().reached(), steps.getFirst().reached(), RATIO_SCALE));
        return totals;
    }

    /** The step that the smallest share of those before reached, the first such. */
    private static Optional<Step> narrowest(List<Step> steps) {
        Step narrowest = null;
        BigDecimal least = null;
        for (int index = 1; index < steps.size(); index++) {
            BigDecimal passed = Numbers.quotient(
                    steps.get(index).reached(), steps.get(index - 1).reached(), RATIO_SCALE);
            if (passed != null && (least == null || passed.compareTo(least) < 0)) {
                least = passed;
                narrowest = steps.get(index);
            }
        }
        return Optional.ofNullable(narrowest);
    }

    static final List<Head> HEADS = List.of(
            Head.text("step", "Step", "dimension"),
            Head.text("stepLabel", "Step name", "label"),
            Head.measure("reached", "Reached", Unit.COUNT, "measure", null, null),
            Head.measure("share", "Share of the first step", Unit.RATIO, "measure", null, null),
            Head.measure("conversion", "Share of the step before", Unit.RATIO, "measure", null, null),
            Head.measure("lost", "Lost since the step before", Unit.COUNT, "measure", null, null),
            new Head("bottleneck", "Narrowest step", "boolean", null, null, "measure", null, null),
            Head.text("records", "Records", "link"));
}
