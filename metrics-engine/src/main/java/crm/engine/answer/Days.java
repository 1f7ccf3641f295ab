package crm.engine.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How many days there are between two instants, parts of days included, whatever the clock does on them. */
final class Days {

    private static final int SCALE = 6;

    private Days() {}

    static BigDecimal between(Instant from, Instant to, ZoneId zone) {
        if (!from.isBefore(to)) {
            return BigDecimal.ZERO;
        }
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = LocalDate.ofInstant(to, zone);
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last))
                .subtract(share(first, from, zone))
                .add(share(last, to, zone))
                .setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** The part of the day that is over. */
    private static BigDecimal share(LocalDate day, Instant at, ZoneId zone) {
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return micros(start, at).divide(micros(start, end), MathContext.DECIMAL64);
    }

    private static BigDecimal micros(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toNanos() / 1000);
    }
}
