package crm.report.oracle;

import java.util.List;

/** How a number is made of what was counted. */
sealed interface Reckoning {

    List<Counted> parts();

    record Count(Counted rows) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(rows);
        }
    }

    /** How many different things the rows are of. */
    record Things(Counted rows) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(rows);
        }
    }

    /** So many a day of the period that is over. */
    record Daily(Counted rows, String reason) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(rows);
        }
    }

    /** What came less what went, by what there was at the start. */
    record Growth(Counted come, Counted gone, Counted atEnd, Counted atStart, boolean gross, String reason)
            implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(come, gone, atEnd);
        }
    }

    /** A sum of shares of one. */
    record Credit(Counted rows) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(rows);
        }
    }

    record Money(Counted rows) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(rows);
        }
    }

    record Ratio(Reckoning part, Reckoning whole, String reason) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return java.util.stream.Stream.concat(part.parts().stream(), whole.parts().stream())
                    .toList();
        }
    }

    /** Told only where what is known comes to so much of the whole. */
    record OnlyIf(Ratio value, Money known, Money whole, String least, String reason) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(
                    value.part().parts().getFirst(),
                    known.rows(),
                    whole.rows(),
                    value.whole().parts().getFirst());
        }
    }

    /** What each of so many costs; not told where none is known of what any cost. */
    record CostOfEach(Money cost, Reckoning count, String reason, String unknown) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return java.util.stream.Stream.concat(cost.parts().stream(), count.parts().stream())
                    .toList();
        }
    }

    /** (gain - cost) / cost. */
    record Return(Reckoning gain, Reckoning cost, String reason) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return java.util.stream.Stream.concat(gain.parts().stream(), cost.parts().stream())
                    .toList();
        }
    }

    /** Mean, median and ninetieth percentile of seconds. */
    record Spread(Counted rows, String reason) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(rows);
        }
    }

    /** Mean of seconds alone. */
    record Age(Counted rows, String reason) implements Reckoning {
        @Override
        public List<Counted> parts() {
            return List.of(rows);
        }
    }
}
