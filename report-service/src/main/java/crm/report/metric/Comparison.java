package crm.report.metric;

import crm.engine.query.TimeRange;
import java.util.Optional;

/** What a period is compared with. */
enum Comparison {
    /** The period of the same length right before. */
    PREVIOUS {
        @Override
        TimeRange before(TimeRange whole) {
            return whole.previous();
        }
    },
    /** The same period a year earlier. */
    YEAR {
        @Override
        TimeRange before(TimeRange whole) {
            return whole.yearBefore();
        }
    };

    abstract TimeRange before(TimeRange whole);

    /**
     * The range to compare with: like with like, so that of a running period only as much as has passed is compared.
     *
     * @param passed the part of the period that has passed
     */
    TimeRange of(TimeRange passed, TimeRange whole) {
        TimeRange before = before(whole);
        if (passed.equals(whole)) {
            return before;
        }
        TimeRange shorter = new TimeRange(
                before.from(),
                before.from().plus(java.time.Duration.between(passed.from(), passed.to())),
                before.zone());
        return shorter.to().isBefore(before.to()) ? shorter : before;
    }

    static Optional<Comparison> named(String word) {
        return switch (word) {
            case "previous" -> Optional.of(PREVIOUS);
            case "year" -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }
}
