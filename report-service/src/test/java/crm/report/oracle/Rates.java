package crm.report.oracle;

import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What money is worth in another currency on the day on which it changed hands. */
final class Rates {

    private final Known known;
    private final ZoneId home;

    Rates(Known known, ZoneId home) {
        this.known = known;
        this.home = home;
    }

    /** The amount in the other currency; nothing without a rate. */
    Optional<BigDecimal> converted(BigDecimal amount, String from, String to, @Nullable Instant at) {
        return rate(from, to, at)
                .map(rate -> from.equals(to) ? amount : amount.multiply(rate).setScale(4, RoundingMode.HALF_UP));
    }

    /** The rate of the latest day that is not after the day; of a day's rates one told in this direction first. */
    Optional<BigDecimal> rate(String from, String to, @Nullable Instant at) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        LocalDate day = LocalDate.ofInstant(Objects.requireNonNull(at), home);
        return known.all("exchange-rates").stream()
                .filter(each -> isOf(each, from, to) || isOf(each, to, from))
                .filter(each -> !from(each).isAfter(day) && told(each).signum() > 0)
                .max(Comparator.comparing(Rates::from)
                        .thenComparing(each -> isOf(each, from, to))
                        .thenComparing(Entity::id))
                .map(each -> isOf(each, from, to)
                        ? told(each)
                        : BigDecimal.ONE.divide(told(each), 14, RoundingMode.HALF_UP));
    }

    private static boolean isOf(Entity rate, String base, String quote) {
        return base.equals(rate.now().text("base")) && quote.equals(rate.now().text("quote"));
    }

    private static LocalDate from(Entity rate) {
        return LocalDate.parse(rate.now().textOr("validFrom", ""));
    }

    private static BigDecimal told(Entity rate) {
        return Objects.requireNonNull(rate.now().number("rate"));
    }
}
