package crm.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the database holds them: microseconds since 1970. */
final class Microseconds {

    private Microseconds() {}

    static long of(Instant instant) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (ArithmeticException tooFar) {
            throw new IllegalArgumentException("too far from 1970: " + instant, tooFar);
        }
    }

    static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
