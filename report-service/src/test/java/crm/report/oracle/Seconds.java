package crm.report.oracle;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time. */
final class Seconds {

    private Seconds() {}

    static double between(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    static Instant after(Instant from, double seconds) {
        return from.plusNanos(Math.round(seconds * 1e6) * 1000);
    }
}
