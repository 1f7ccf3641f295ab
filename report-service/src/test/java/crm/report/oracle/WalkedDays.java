package crm.report.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of a period that are over, counted one after the other; of a day that is not whole, its part. */
final class WalkedDays {

    private WalkedDays() {}

    static BigDecimal of(Period period, ZoneId zone) {
        Instant end = period.now().isBefore(period.to()) ? period.now() : period.to();
        BigDecimal days = BigDecimal.ZERO;
        Instant reached = period.from();
        while (reached.isBefore(end)) {
            LocalDate day = LocalDate.ofInstant(reached, zone);
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant next = midnight.isBefore(end) ? midnight : end;
            BigDecimal length = seconds(day.atStartOfDay(zone).toInstant(), midnight);
            days = days.add(seconds(reached, next).divide(length, MathContext.DECIMAL128));
            reached = next;
        }
        return days.setScale(6, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    }
}
