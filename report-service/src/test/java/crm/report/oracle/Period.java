package crm.report.oracle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From an instant up to but without another, as seen from now. */
record Period(Instant from, Instant to, Instant now) {

    boolean has(@Nullable Instant instant) {
        return instant != null && !instant.isBefore(from) && instant.isBefore(to);
    }

    /** The end, never later than now. */
    Instant end() {
        return now.isBefore(to) ? now : to;
    }

    /** Whether something that lasts from an instant to another, if it ended, was there at any time of this. */
    boolean shares(Instant start, @Nullable Instant end) {
        if (!start.isBefore(to)) {
            return false;
        }
        return end == null || end.isAfter(from) || !start.isBefore(from);
    }
}
