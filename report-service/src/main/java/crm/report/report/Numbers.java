package crm.report.report;

import crm.engine.model.Unit;
import crm.engine.query.Answer;
import crm.engine.query.Answer.Group;
import crm.engine.query.Answer.Value;
import crm.report.metric.Inquiry.Answered;
import crm.report.report.ReportQuestion.Ask;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number of each column in each row, of the period asked about or of the one that it is compared with. */
final class Numbers {

    private static final int RATIO_SCALE = 6;

    private final ReportQuestion question;
    private final Map<Ask, Indexed> answers = new LinkedHashMap<>();
    private final int moneyScale;

    private Numbers(ReportQuestion question) {
        this.question = question;
        int digits = Currency.getInstance(question.first().query().currency()).getDefaultFractionDigits();
        this.moneyScale = digits < 0 ? 2 : digits;
    }

    static Numbers of(ReportQuestion question, Map<Ask, Answered> answered) {
        Numbers numbers = new Numbers(question);
        answered.forEach((ask, each) -> numbers.answers.put(ask, Indexed.of(each.answer())));
        return numbers;
    }

    /** Those of the period compared with. */
    static Numbers ofCompared(ReportQuestion question, Map<Ask, Answered> answered) {
        Numbers numbers = new Numbers(question);
        answered.forEach(
                (ask, each) -> each.compared().ifPresent(answer -> numbers.answers.put(ask, Indexed.of(answer))));
        return numbers;
    }

    /**
     * Which row: the members it is told apart by, and which stretch of time, -1 for the whole period.
     */
    record Place(List<String> members, int bucket) {
        static final Place TOTAL = new Place(List.of(), -1);

        Place {
            members = List.copyOf(members);
        }

        /** The row of all that share the first members. */
        Place above() {
            return new Place(members.subList(0, Math.max(0, members.size() - 1)), bucket);
        }
    }

    @Nullable
    BigDecimal at(ReportColumn column, Place place) {
        return switch (column.content()) {
            case ReportColumn.Figure figure -> figure(figure, place);
            case ReportColumn.Overall overall -> at(named(overall.of()), place.above());
            case ReportColumn.Share share ->
                quotient(at(named(share.of()), place), at(named(share.of()), Place.TOTAL), RATIO_SCALE);
            case ReportColumn.Quotient quotient ->
                quotient(
                        at(named(quotient.of()), place),
                        at(named(quotient.by()), place),
                        unit(column) == Unit.MONEY ? moneyScale : RATIO_SCALE);
            case ReportColumn.Difference difference -> {
                BigDecimal of = at(named(difference.of()), place);
                BigDecimal less = at(named(difference.less()), place);
                yield of == null || less == null ? null : of.subtract(less);
            }
        };
    }

    private @Nullable BigDecimal figure(ReportColumn.Figure figure, Place place) {
        List<String> by = question.by()
                .subList(0, Math.min(place.members().size(), question.by().size()));
        return figure(figure, by, place);
    }

    /** A figure of a row told apart by just these. */
    @Nullable
    BigDecimal figure(ReportColumn.Figure figure, List<String> by, Place place) {
        boolean known = by.stream().allMatch(each -> ReportReader.knows(figure.asked(), each));
        Indexed found = known ? found(figure, by) : null;
        if (found == null) {
            return null;
        }
        Value value = found.at(place);
        return value == null ? nothing(figure) : figure.part().of(value);
    }

    private @Nullable BigDecimal nothing(ReportColumn.Figure figure) {
        BigDecimal nothing = figure.part().ofNothing(figure.asked().metric().shape());
        return nothing != null && figure.part().unit(figure.asked().metric()) == Unit.MONEY
                ? nothing.setScale(moneyScale)
                : nothing;
    }

    /** The answer told apart by just these, or one from which totals can be read. */
    private @Nullable Indexed found(ReportColumn.Figure figure, List<String> by) {
        Indexed exact = answers.get(new Ask(figure.asked(), by));
        if (exact != null || !by.isEmpty()) {
            return exact;
        }
        return answers.entrySet().stream()
                .filter(each -> each.getKey().asked().equals(figure.asked()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private ReportColumn named(String key) {
        return Units.named(key, question.report().form().columns());
    }

    private Unit unit(ReportColumn column) {
        return Units.of(column, question.report().form().columns());
    }

    static @Nullable BigDecimal quotient(@Nullable BigDecimal of, @Nullable BigDecimal by, int scale) {
        return of == null || by == null || by.signum() == 0
                ? null
                : of.divide(by, MathContext.DECIMAL64).setScale(scale, RoundingMode.HALF_UP);
    }

    /** An answer whose groups are found by their members. */
    private record Indexed(Answer answer, Map<List<String>, Group> groups) {

        static Indexed of(Answer answer) {
            Map<List<String>, Group> groups = new HashMap<>();
            answer.groups().forEach(group -> groups.put(group.members(), group));
            return new Indexed(answer, groups);
        }

        /** The value of the row; null where nothing was counted. */
        @Nullable
        Value at(Place place) {
            if (place.members().isEmpty()) {
                return place.bucket() < 0 ? answer.total() : point(answer.series(), place.bucket());
            }
            Group group = groups.get(place.members());
            if (group == null) {
                return null;
            }
            return place.bucket() < 0 ? group.value() : point(group.series(), place.bucket());
        }

        private static @Nullable Value point(List<Answer.Point> points, int bucket) {
            return bucket < points.size() ? points.get(bucket).value() : null;
        }
    }
}
