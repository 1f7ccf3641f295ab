package crm.engine.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How a value is made of measures. */
public sealed interface Formula {

    List<Measure> measures();

    /** The same formula over changed measures. */
    Formula over(UnaryOperator<Measure> change);

    /** The measure itself. */
    record Single(Measure measure) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(measure);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new Single(change.apply(measure));
        }
    }

    /** A part of a whole, or so many of one a piece of another; empty with a reason where there is no whole. */
    record Ratio(Measure numerator, Measure denominator, String emptyReason) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(numerator, denominator);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new Ratio(change.apply(numerator), change.apply(denominator), emptyReason);
        }
    }

    /**
     * So many a day of the period. A day that is not wholly in it, or not over yet, counts as the part of it that is.
     */
    record PerDay(Measure count, String emptyReason) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(count);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new PerDay(change.apply(count), emptyReason);
        }
    }

    /**
     * What a stock gained, less what it lost, by what it was at the start of the period.
     *
     * @param atEnd the stock at the end; what it was at the start is told by what it gained and lost since
     * @param gross whether losses are left out of the growth
     */
    record Growth(Measure gained, Measure lost, Measure atEnd, boolean gross, String emptyReason) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(gained, lost, atEnd);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new Growth(change.apply(gained), change.apply(lost), change.apply(atEnd), gross, emptyReason);
        }
    }

    /**
     * A formula that is told only where what it is made of is known of a large enough share of a whole. What is known
     * stands between the formula's first measure and its last.
     */
    record OnlyIf(Formula formula, Measure known, Measure whole, BigDecimal least, String reason) implements Formula {
        @Override
        public List<Measure> measures() {
            List<Measure> measures = formula.measures();
            return Stream.of(measures.subList(0, 1), List.of(known, whole), measures.subList(1, measures.size()))
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new OnlyIf(formula.over(change), change.apply(known), change.apply(whole), least, reason);
        }
    }

    /**
     * What each of the things counted cost; empty where there are none, and where nothing is known of what any cost.
     *
     * @param known how many costs there are
     */
    record CostOfEach(Measure cost, Measure known, Measure count, String emptyReason, String unknownReason)
            implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(cost, known, count);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new CostOfEach(
                    change.apply(cost), change.apply(known), change.apply(count), emptyReason, unknownReason);
        }
    }

    /** What came back beyond what was put in, by what was put in: (gain - base) / base. */
    record Return(Measure gain, Measure base, String emptyReason) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(gain, base);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new Return(change.apply(gain), change.apply(base), emptyReason);
        }
    }

    /** The mean of a spread, with median and ninetieth percentile beside it. */
    record Mean(Measure spread, String emptyReason) implements Formula {
        public Mean {
            if (!(spread.aggregate() instanceof Aggregate.Spread)) {
                throw new IllegalArgumentException("a mean is made of a spread: " + spread.name());
            }
        }

        @Override
        public List<Measure> measures() {
            return List.of(spread);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new Mean(change.apply(spread), emptyReason);
        }
    }

    /** The mean time from a moment of each row to the instant asked about, in seconds. */
    record MeanAge(Measure count, Measure epochSum, String emptyReason) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(count, epochSum);
        }

        @Override
        public Formula over(UnaryOperator<Measure> change) {
            return new MeanAge(change.apply(count), change.apply(epochSum), emptyReason);
        }
    }
}
