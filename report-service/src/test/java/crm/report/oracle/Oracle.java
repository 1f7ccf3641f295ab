package crm.report.oracle;

import crm.engine.query.Answer.Unconverted;
import crm.engine.query.Answer.Value;
import crm.report.oracle.Counted.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a question the slow way: goes through all that is known anew for every period and every group. */
final class Oracle {

    /** Dimensions whose members are numbers. */
    static final Set<String> NUMBERS = Set.of("hour", "weekday");

    private final Definition definition;
    private final Question question;
    private final Rates rates;

    Oracle(Definition definition, Question question, Rates rates) {
        this.definition = definition;
        this.question = question;
        this.rates = rates;
    }

    /** The dimensions by which the metric's value can be told. */
    Set<String> dimensions() {
        Set<String> all = definition.dimensions();
        if (definition.finer() != null) {
            all.addAll(definition.finer().dimensions());
        }
        return all;
    }

    /** What is asked of: of a group, or by a filter, the smaller things where only they have such members. */
    private Definition asked(boolean group) {
        Set<String> needed = needed(group);
        Definition finer = definition.finer();
        return finer == null || definition.dimensions().containsAll(needed) ? definition : finer;
    }

    private Set<String> needed(boolean group) {
        Set<String> needed = new LinkedHashSet<>();
        question.filters().keySet().forEach(filter -> needed.add(Question.dimensionOf(filter)));
        if (group) {
            needed.addAll(question.groupBy());
        }
        return needed;
    }

    Value value(Period period, List<String> members) {
        Definition definition = asked(!members.isEmpty());
        Set<String> needed = needed(!members.isEmpty() || definition.finer() == null);
        if (definition.stock() && !period.from().isBefore(period.now())) {
            return empty("not_yet", null, null);
        }
        Map<String, Value> companions = new LinkedHashMap<>();
        definition
                .companions()
                .forEach((name, reckoning) -> companions.put(
                        name,
                        canBeAsked(reckoning, needed)
                                ? tell(reckoning, period, members)
                                : empty("not_by_this_dimension", null, null)));
        Value value = tell(definition.value(), period, members);
        return new Value(
                value.value(),
                value.numerator(),
                value.denominator(),
                value.median(),
                value.p90(),
                value.reason(),
                companions);
    }

    /** The members of everything that was found in a period. */
    Set<List<String>> groups(Period period) {
        Definition definition = asked(true);
        Set<List<String>> groups = new LinkedHashSet<>();
        Stream.concat(Stream.of(definition.value()), definition.companions().values().stream())
                .filter(reckoning -> canBeAsked(reckoning, needed(true)))
                .flatMap(reckoning -> reckoning.parts().stream())
                .forEach(part -> rows(part, period, List.of())
                        .forEach(row -> groups.add(row.members().of(question.groupBy(), question.attribution()))));
        return groups;
    }

    /** Amounts in other currencies. */
    List<Unconverted> unconverted(Period period) {
        Map<String, List<Row>> byCurrency = new TreeMap<>();
        for (Reckoning.Money money : money(asked(false).value())) {
            rows(money.rows(), period, List.of()).stream()
                    .filter(row -> rates.rate(row.currency(), question.currency(), row.at())
                            .isEmpty())
                    .forEach(row -> byCurrency
                            .computeIfAbsent(row.currency(), key -> new ArrayList<>())
                            .add(row));
        }
        List<Unconverted> result = new ArrayList<>();
        byCurrency.forEach((currency, rows) -> result.add(new Unconverted(currency, rows.size(), total(rows))));
        return result;
    }

    /** What money is made of; of a share of money the whole, in which the part is contained, if it is of the same rows. */
    private static List<Reckoning.Money> money(Reckoning value) {
        return switch (value) {
            case Reckoning.Money money -> List.of(money);
            case Reckoning.OnlyIf onlyIf -> List.of(onlyIf.whole());
            case Reckoning.CostOfEach each -> List.of(each.cost());
            case Reckoning.Return gained -> both(gained.gain(), gained.cost());
            case Reckoning.Ratio ratio -> {
                boolean contained = ratio.part() instanceof Reckoning.Money part
                        && ratio.whole() instanceof Reckoning.Money whole
                        && part.rows().dimensions().equals(whole.rows().dimensions());
                yield contained ? money(ratio.whole()) : both(ratio.part(), ratio.whole());
            }
            default -> List.of();
        };
    }

    private static List<Reckoning.Money> both(Reckoning one, Reckoning other) {
        return Stream.concat(money(one).stream(), money(other).stream()).toList();
    }

    /** How many rows each measure of the value counted. */
    List<Long> counts(Period period) {
        List<Long> counts = new ArrayList<>();
        simple(asked(false).value()).forEach(each -> {
            List<Row> rows = rows(each.parts().getFirst(), period, List.of());
            counts.add(
                    each instanceof Reckoning.Things
                            ? rows.stream().map(Row::thing).distinct().count()
                            : rows.size());
        });
        return counts;
    }

    private static List<Reckoning> simple(Reckoning value) {
        return switch (value) {
            case Reckoning.Ratio ratio -> List.of(ratio.part(), ratio.whole());
            case Reckoning.OnlyIf onlyIf ->
                List.of(
                        onlyIf.value().part(),
                        onlyIf.known(),
                        onlyIf.whole(),
                        onlyIf.value().whole());
            case Reckoning.CostOfEach each ->
                List.of(each.cost(), new Reckoning.Count(each.cost().rows()), each.count());
            case Reckoning.Return gained -> List.of(gained.gain(), gained.cost());
            case Reckoning.Growth growth ->
                growth.parts().stream().<Reckoning>map(Reckoning.Count::new).toList();
            default -> List.of(value);
        };
    }

    List<Counted> parts() {
        return Stream.concat(
                        definition.value().parts().stream(),
                        definition.finer() == null ? Stream.of() : definition.finer().value().parts().stream())
                .toList();
    }

    private static boolean canBeAsked(Reckoning reckoning, Set<String> needed) {
        return reckoning.parts().stream().allMatch(part -> part.dimensions().containsAll(needed));
    }

    private List<Row> rows(Counted part, Period period, List<String> members) {
        return part.in(period).stream()
                .filter(row -> question.filters().entrySet().stream()
                        .allMatch(filter -> passes(
                                filter.getKey(),
                                filter.getValue(),
                                row.members().of(Question.dimensionOf(filter.getKey()), question.attribution()))))
                .filter(row -> members.isEmpty()
                        || row.members()
                                .of(question.groupBy(), question.attribution())
                                .equals(members))
                .toList();
    }

    private static boolean passes(String filter, List<String> bounds, String member) {
        boolean some = !member.equals(Members.NONE);
        return switch (filter.substring(Question.dimensionOf(filter).length())) {
            case "[not]" -> !bounds.contains(member);
            case "[gte]" -> some && order(filter, member, bounds.getFirst()) >= 0;
            case "[lt]" -> some && order(filter, member, bounds.getFirst()) < 0;
            default -> bounds.contains(member);
        };
    }

    private static int order(String filter, String member, String bound) {
        return NUMBERS.contains(Question.dimensionOf(filter))
                ? Integer.compare(Integer.parseInt(member), Integer.parseInt(bound))
                : member.compareTo(bound);
    }

    private Value tell(Reckoning reckoning, Period period, List<String> members) {
        return switch (reckoning) {
            case Reckoning.Count count -> plain(number(count, period, members));
            case Reckoning.Things things -> plain(number(things, period, members));
            case Reckoning.Daily daily -> daily(daily, period, members);
            case Reckoning.Growth growth -> growth(growth, period, members);
            case Reckoning.Credit credit -> plain(scaled(number(credit, period, members), 6));
            case Reckoning.Money money -> plain(scaled(number(money, period, members), moneyScale()));
            case Reckoning.Ratio ratio -> {
                BigDecimal part = number(ratio.part(), period, members);
                BigDecimal whole = number(ratio.whole(), period, members);
                boolean eachCosts =
                        ratio.part() instanceof Reckoning.Money && !(ratio.whole() instanceof Reckoning.Money);
                yield whole.signum() == 0
                        ? empty(ratio.reason(), told(ratio.part(), part), whole)
                        : of(
                                scaled(part.divide(whole, MathContext.DECIMAL128), eachCosts ? moneyScale() : 6),
                                told(ratio.part(), part),
                                told(ratio.whole(), whole));
            }
            case Reckoning.OnlyIf onlyIf ->
                number(onlyIf.known(), period, members)
                                        .compareTo(number(onlyIf.whole(), period, members)
                                                .multiply(new BigDecimal(onlyIf.least())))
                                < 0
                        ? empty(onlyIf.reason(), null, null)
                        : tell(onlyIf.value(), period, members);
            case Reckoning.Return gained -> {
                BigDecimal gain = scaled(number(gained.gain(), period, members), moneyScale());
                BigDecimal cost = scaled(number(gained.cost(), period, members), moneyScale());
                yield cost.signum() == 0
                        ? empty(gained.reason(), gain, cost)
                        : of(scaled(gain.subtract(cost).divide(cost, MathContext.DECIMAL128), 6), gain, cost);
            }
            case Reckoning.CostOfEach each -> {
                BigDecimal cost = number(each.cost(), period, members);
                BigDecimal count = number(each.count(), period, members);
                boolean unknown = rows(each.cost().rows(), period, members).isEmpty();
                yield count.signum() == 0 || unknown
                        ? empty(count.signum() == 0 ? each.reason() : each.unknown(), told(each.cost(), cost), count)
                        : of(
                                scaled(cost.divide(count, MathContext.DECIMAL128), moneyScale()),
                                told(each.cost(), cost),
                                count);
            }
            case Reckoning.Spread spread ->
                spread(numbers(rows(spread.rows(), period, members)), spread.reason(), true);
            case Reckoning.Age age -> spread(numbers(rows(age.rows(), period, members)), age.reason(), false);
        };
    }

    private Value daily(Reckoning.Daily daily, Period period, List<String> members) {
        BigDecimal count =
                BigDecimal.valueOf(rows(daily.rows(), period, members).size());
        BigDecimal days = WalkedDays.of(period, question.zone());
        return days.signum() == 0
                ? empty(daily.reason(), count, BigDecimal.ZERO)
                : of(scaled(count.divide(days, MathContext.DECIMAL128), 6), count, days);
    }

    private Value growth(Reckoning.Growth growth, Period period, List<String> members) {
        int come = rows(growth.come(), period, members).size();
        int gone = rows(growth.gone(), period, members).size();
        BigDecimal start =
                BigDecimal.valueOf(rows(growth.atStart(), period, members).size());
        BigDecimal grown = BigDecimal.valueOf(growth.gross() ? come : come - gone);
        return start.signum() == 0
                ? empty(growth.reason(), grown, start)
                : of(scaled(grown.divide(start, MathContext.DECIMAL128), 6), grown, start);
    }

    private BigDecimal told(Reckoning reckoning, BigDecimal number) {
        return switch (reckoning) {
            case Reckoning.Money money -> scaled(number, moneyScale());
            case Reckoning.Credit credit -> scaled(number, 6);
            default -> number;
        };
    }

    private BigDecimal number(Reckoning reckoning, Period period, List<String> members) {
        return switch (reckoning) {
            case Reckoning.Count count ->
                BigDecimal.valueOf(rows(count.rows(), period, members).size());
            case Reckoning.Things things ->
                BigDecimal.valueOf(rows(things.rows(), period, members).stream()
                        .map(Row::thing)
                        .distinct()
                        .count());
            case Reckoning.Credit credit -> total(rows(credit.rows(), period, members));
            case Reckoning.Money money ->
                rows(money.rows(), period, members).stream()
                        .map(this::converted)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            default -> throw new IllegalArgumentException("not a plain number: " + reckoning);
        };
    }

    /** What a row brings in the question's currency: nothing where there is no rate. */
    private BigDecimal converted(Row row) {
        return row.number() == null
                ? BigDecimal.ZERO
                : rates.converted(row.number(), row.currency(), question.currency(), row.at())
                        .map(row.share()::multiply)
                        .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal total(Collection<Row> rows) {
        return numbers(rows).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> numbers(Collection<Row> rows) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Row row : rows) {
            if (row.number() != null) {
                numbers.add(row.number().multiply(row.share()));
            }
        }
        return numbers;
    }

    private static Value spread(List<BigDecimal> unsorted, String reason, boolean withQuantiles) {
        if (unsorted.isEmpty()) {
            return empty(reason, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        List<BigDecimal> sorted = unsorted.stream().sorted().toList();
        BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal count = BigDecimal.valueOf(sorted.size());
        return new Value(
                scaled(sum.divide(count, MathContext.DECIMAL128), 3),
                scaled(sum, 3),
                count,
                withQuantiles ? quantile(sorted, "0.5") : null,
                withQuantiles ? quantile(sorted, "0.9") : null,
                null,
                Map.of());
    }

    /** Between the two nearest numbers, in proportion. */
    private static BigDecimal quantile(List<BigDecimal> sorted, String share) {
        BigDecimal place = new BigDecimal(share).multiply(BigDecimal.valueOf(sorted.size() - 1L));
        int below = place.intValue();
        int above = Math.min(below + 1, sorted.size() - 1);
        BigDecimal step = sorted.get(above).subtract(sorted.get(below));
        return scaled(sorted.get(below).add(step.multiply(place.subtract(BigDecimal.valueOf(below)))), 3);
    }

    private int moneyScale() {
        return Currency.getInstance(question.currency()).getDefaultFractionDigits();
    }

    private static BigDecimal scaled(BigDecimal number, int scale) {
        return number.setScale(scale, RoundingMode.HALF_UP);
    }

    private static Value plain(BigDecimal number) {
        return of(number, null, null);
    }

    private static Value of(BigDecimal value, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return new Value(value, part, whole, null, null, null, Map.of());
    }

    private static Value empty(String reason, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return new Value(null, part, whole, null, null, reason, Map.of());
    }
}
