package crm.report.metric;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A state of the data that lies in the past. */
sealed interface AsOf {

    /** The tenant's log up to a position; the time is that of the event there. */
    record Position(long position) implements AsOf {}

    /** What had been received at a time. */
    record Time(Instant time) implements AsOf {}

    /** A position, or a time with offset. */
    static Optional<AsOf> named(String text) {
        return text.contains("T") ? time(text) : position(text);
    }

    private static Optional<AsOf> position(String text) {
        try {
            long position = Long.parseLong(text);
            return position > 0 ? Optional.of(new Position(position)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<AsOf> time(String text) {
        try {
            return Optional.of(new Time(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
