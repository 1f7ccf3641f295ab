package crm.report.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws, from a seed; instants lie on boundaries far more often than chance would have it. */
final class Chance {

    static final List<ZoneId> ZONES = List.of(
                    "UTC",
                    "Europe/Brussels",
                    "America/New_York",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "America/St_Johns",
                    "Asia/Kathmandu",
                    "Asia/Beirut",
                    "Pacific/Apia",
                    "Pacific/Kiritimati")
            .stream()
            .map(ZoneId::of)
            .toList();

    static final Instant FIRST = Instant.parse("2023-10-20T00:00:00Z");
    static final Instant LAST = Instant.parse("2024-04-20T00:00:00Z");

    private static final List<String> DAYS = List.of(
            "2023-10-29",
            "2023-11-01",
            "2023-11-05",
            "2024-01-01",
            "2024-01-08",
            "2024-02-01",
            "2024-02-29",
            "2024-03-01",
            "2024-03-10",
            "2024-03-31",
            "2024-04-01",
            "2024-04-07");

    private final Random random;
    private final List<Instant> drawn = new ArrayList<>();

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    Random random() {
        return random;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> Set<T> some(List<T> choices, int most) {
        Set<T> some = new LinkedHashSet<>();
        int wanted = random.nextInt(most + 1);
        for (int draw = 0; draw < wanted; draw++) {
            some.add(of(choices));
        }
        return some;
    }

    /** Midnights, month ends, changes of clocks, instants drawn before; or any. */
    Instant instant(ZoneId home, Instant from, Instant to) {
        for (int attempt = 0; attempt < 8; attempt++) {
            Instant candidate =
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 -> midnight(home);
                        case 3 -> midnight(of(ZONES));
                        case 4 -> change(oneIn(2) ? home : of(ZONES));
                        case 5 -> drawn.isEmpty() ? midnight(home) : of(drawn);
                        default -> any(from, to);
                    };
            if (!candidate.isBefore(from) && !candidate.isAfter(to)) {
                drawn.add(candidate);
                return candidate;
            }
        }
        return any(from, to);
    }

    Instant midnight(ZoneId zone) {
        LocalDate day = LocalDate.parse(of(DAYS));
        Instant midnight =
                day.plusDays(oneIn(3) ? below(20) - 10 : 0).atStartOfDay(zone).toInstant();
        return near(midnight);
    }

    private Instant near(Instant instant) {
        return switch (random.nextInt(4)) {
            case 0 -> instant.minus(1, ChronoUnit.MICROS);
            case 1 -> instant.plus(1, ChronoUnit.MICROS);
            default -> instant;
        };
    }

    private Instant change(ZoneId zone) {
        Instant after = any(FIRST, LAST);
        ZoneOffsetTransition next = zone.getRules().nextTransition(after);
        return next == null
                ? after.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).toInstant()
                : near(next.getInstant());
    }

    private Instant any(Instant from, Instant to) {
        long micros = Math.max(1, Duration.between(from, to).toNanos() / 1000);
        Instant any = from.plus(Math.floorMod(random.nextLong(), micros), ChronoUnit.MICROS);
        Instant whole =
                any.truncatedTo(of(ChronoUnit.MICROS, ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS));
        return whole.isBefore(from) ? any : whole;
    }
}
