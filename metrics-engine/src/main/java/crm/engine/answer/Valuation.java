package crm.engine.answer;

import crm.engine.model.Aggregate;
import crm.engine.model.Dimension;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.engine.query.Answer.Value;
import crm.engine.query.MetricQuery;
import crm.engine.sql.Planner;
import crm.engine.sql.SqlRenderer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes values of raw numbers, as the formulas say. */
final class Valuation {

    private static final MathContext PRECISE = MathContext.DECIMAL64;
    private static final int RATIO_SCALE = 6;
    private static final int SECONDS_SCALE = 3;
    private static final BigDecimal MICROSECONDS = BigDecimal.valueOf(1_000_000);

    private final Shape shape;
    private final int moneyScale;
    private final ZoneId zone;
    private final Set<Dimension> dimensions;

    Valuation(MetricQuery query) {
        this.shape = query.shape();
        this.moneyScale = Money.scaleOf(query.currency());
        this.zone = query.range().zone();
        this.dimensions = query.dimensions();
    }

    /**
     * The value of a cell.
     *
     * @param inBucket whether the cell is of a bucket, so that what depends on the period means the bucket
     * @param from the beginning of the period or bucket
     * @param at the instant a stock is taken at: the end, never later than now
     */
    Value value(Cell cell, boolean inBucket, Instant from, Instant at) {
        Reading reading = new Reading(cell, inBucket, from, at);
        Map<String, Value> companions = new LinkedHashMap<>();
        for (Shape.Companion companion : shape.companions()) {
            companions.put(
                    companion.name(),
                    Planner.canBeAskedBy(companion.formula(), dimensions)
                            ? value(companion.formula(), reading, Map.of())
                            : empty("not_by_this_dimension", null, null, Map.of()));
        }
        return value(shape.formula(), reading, companions);
    }

    private Value value(Formula formula, Reading reading, Map<String, Value> companions) {
        return switch (formula) {
            case Formula.PerDay perDay -> perDay(perDay, reading, companions);
            case Formula.Growth growth -> growth(growth, reading, companions);
            case Formula.Single single -> plain(rounded(single.measure(), reading), companions);
            case Formula.Ratio ratio -> ratio(ratio, reading, companions);
            case Formula.OnlyIf onlyIf ->
                reading.sum(onlyIf.known())
                                        .compareTo(reading.sum(onlyIf.whole()).multiply(onlyIf.least()))
                                < 0
                        ? empty(onlyIf.reason(), null, null, companions)
                        : value(onlyIf.formula(), reading, companions);
            case Formula.CostOfEach each -> costOfEach(each, reading, companions);
            case Formula.Return gain -> gain(gain, reading, companions);
            case Formula.Mean mean -> mean(mean, reading, companions);
            case Formula.MeanAge age -> meanAge(age, reading, companions);
        };
    }

    private Value ratio(Formula.Ratio ratio, Reading reading, Map<String, Value> companions) {
        BigDecimal numerator = rounded(ratio.numerator(), reading);
        BigDecimal denominator = rounded(ratio.denominator(), reading);
        if (denominator.signum() == 0) {
            return empty(ratio.emptyReason(), numerator, denominator, companions);
        }
        boolean perPiece = ratio.numerator().aggregate() instanceof Aggregate.Money
                && !(ratio.denominator().aggregate() instanceof Aggregate.Money);
        BigDecimal value = reading.sum(ratio.numerator())
                .divide(reading.sum(ratio.denominator()), PRECISE)
                .setScale(perPiece ? moneyScale : RATIO_SCALE, RoundingMode.HALF_UP);
        return new Value(value, numerator, denominator, null, null, null, companions);
    }

    private Value costOfEach(Formula.CostOfEach each, Reading reading, Map<String, Value> companions) {
        BigDecimal cost = rounded(each.cost(), reading);
        BigDecimal count = rounded(each.count(), reading);
        if (count.signum() == 0 || reading.sum(each.known()).signum() == 0) {
            return empty(count.signum() == 0 ? each.emptyReason() : each.unknownReason(), cost, count, companions);
        }
        BigDecimal value = reading.sum(each.cost()).divide(count, PRECISE).setScale(moneyScale, RoundingMode.HALF_UP);
        return new Value(value, cost, count, null, null, null, companions);
    }

    private Value perDay(Formula.PerDay formula, Reading reading, Map<String, Value> companions) {
        BigDecimal count = rounded(formula.count(), reading);
        BigDecimal days = Days.between(reading.from(), reading.at(), zone);
        if (days.signum() == 0) {
            return empty(formula.emptyReason(), count, days, companions);
        }
        BigDecimal value = count.divide(days, PRECISE).setScale(RATIO_SCALE, RoundingMode.HALF_UP);
        return new Value(value, count, told(days), null, null, null, companions);
    }

    private Value growth(Formula.Growth growth, Reading reading, Map<String, Value> companions) {
        BigDecimal net = reading.sum(growth.gained()).subtract(reading.sum(growth.lost()));
        BigDecimal start = reading.sum(growth.atEnd()).subtract(net);
        BigDecimal grown = growth.gross() ? reading.sum(growth.gained()) : net;
        if (start.signum() == 0) {
            return empty(growth.emptyReason(), told(grown), told(start), companions);
        }
        BigDecimal value = grown.divide(start, PRECISE).setScale(RATIO_SCALE, RoundingMode.HALF_UP);
        return new Value(value, told(grown), told(start), null, null, null, companions);
    }

    private static BigDecimal told(BigDecimal number) {
        return shortest(number.setScale(RATIO_SCALE, RoundingMode.HALF_UP));
    }

    private Value gain(Formula.Return formula, Reading reading, Map<String, Value> companions) {
        BigDecimal gain = rounded(formula.gain(), reading);
        BigDecimal base = rounded(formula.base(), reading);
        if (base.signum() == 0) {
            return empty(formula.emptyReason(), gain, base, companions);
        }
        BigDecimal value = gain.subtract(base).divide(base, PRECISE).setScale(RATIO_SCALE, RoundingMode.HALF_UP);
        return new Value(value, gain, base, null, null, null, companions);
    }

    private Value mean(Formula.Mean mean, Reading reading, Map<String, Value> companions) {
        String name = mean.spread().name();
        BigDecimal count = reading.sum(mean.spread(), "_count");
        BigDecimal sum = seconds(reading.sum(mean.spread()));
        if (count.signum() == 0) {
            return empty(mean.emptyReason(), BigDecimal.ZERO, BigDecimal.ZERO, companions);
        }
        BigDecimal value = seconds(reading.sum(mean.spread()).divide(count, PRECISE));
        return new Value(
                value,
                sum,
                count,
                secondsOrNull(reading.cell().number(reading.column(mean.spread(), name) + "_median")),
                secondsOrNull(reading.cell().number(reading.column(mean.spread(), name) + "_p90")),
                null,
                companions);
    }

    private Value meanAge(Formula.MeanAge age, Reading reading, Map<String, Value> companions) {
        BigDecimal count = reading.sum(age.count());
        if (count.signum() == 0) {
            return empty(age.emptyReason(), BigDecimal.ZERO, BigDecimal.ZERO, companions);
        }
        BigDecimal epochs = reading.sum(age.epochSum()).divide(MICROSECONDS);
        BigDecimal now = BigDecimal.valueOf(reading.at().getEpochSecond())
                .add(BigDecimal.valueOf(reading.at().getNano(), 9));
        BigDecimal total = seconds(now.multiply(count).subtract(epochs));
        return new Value(seconds(total.divide(count, PRECISE)), total, count, null, null, null, companions);
    }

    /** A measure's number at the scale its kind is told at. */
    private BigDecimal rounded(Measure measure, Reading reading) {
        BigDecimal sum = reading.sum(measure);
        return switch (measure.aggregate()) {
            case Aggregate.Count count -> sum.setScale(0, RoundingMode.UNNECESSARY);
            case Aggregate.Distinct distinct -> sum.setScale(0, RoundingMode.UNNECESSARY);
            case Aggregate.Money money -> sum.setScale(moneyScale, RoundingMode.HALF_UP);
            case Aggregate.Sum whole -> told(sum);
            case Aggregate.Spread spread -> seconds(sum);
            case Aggregate.EpochSum epochs -> sum;
        };
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal seconds(BigDecimal number) {
        return shortest(number.setScale(SECONDS_SCALE, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal secondsOrNull(@Nullable BigDecimal number) {
        return number == null ? null : seconds(number);
    }

    private static Value plain(BigDecimal value, Map<String, Value> companions) {
        return new Value(value, null, null, null, null, null, companions);
    }

    private static Value empty(
            String reason,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Map<String, Value> companions) {
        return new Value(null, numerator, denominator, null, null, reason, companions);
    }

    /** A cell read as that of a bucket or of the whole period. */
    private record Reading(Cell cell, boolean inBucket, Instant from, Instant at) {

        BigDecimal sum(Measure measure) {
            return sum(measure, "");
        }

        BigDecimal sum(Measure measure, String suffix) {
            return cell.sum(column(measure, measure.name()) + suffix);
        }

        String column(Measure measure, String name) {
            return inBucket && SqlRenderer.dependsOnBucket(measure) ? name + SqlRenderer.IN_BUCKET : name;
        }
    }
}
