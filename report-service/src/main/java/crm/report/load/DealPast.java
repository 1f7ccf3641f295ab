package crm.report.load;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who owned a deal, what it was worth and when it should close, by the time since when that was so, as far as its sender
 * tells it whole. What is told whole holds whatever the versions say; before its first entry there is nothing.
 */
record DealPast(
        NavigableMap<Instant, Owner> owners,
        NavigableMap<Instant, Optional<BigDecimal>> amounts,
        NavigableMap<Instant, Optional<Instant>> expectations) {

    static final DealPast UNTOLD = new DealPast(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** Somebody, and the team they then worked in where that is told. */
    record Owner(Optional<String> ownerId, Optional<String> teamId) {
        static final Owner NOBODY = of(null, null);

        static Owner of(@Nullable String ownerId, @Nullable String teamId) {
            return new Owner(Optional.ofNullable(ownerId), Optional.ofNullable(teamId));
        }
    }

    /** Every moment at which something of it changed. */
    NavigableSet<Instant> moments() {
        NavigableSet<Instant> moments = new TreeSet<>(owners.keySet());
        moments.addAll(amounts.keySet());
        moments.addAll(expectations.keySet());
        return moments;
    }

    /** The version as the past knows it at a moment. */
    DealVersion at(Instant moment, DealVersion version) {
        if (equals(UNTOLD)) {
            return version;
        }
        Owner owner = at(owners, moment, Owner.of(version.ownerId(), version.teamId()), Owner.NOBODY);
        return version.with(
                owner.ownerId().orElse(null),
                owner.teamId().orElse(null),
                at(amounts, moment, Optional.ofNullable(version.amount()), Optional.<BigDecimal>empty())
                        .orElse(null),
                at(expectations, moment, Optional.ofNullable(version.expectedCloseAt()), Optional.<Instant>empty())
                        .orElse(null));
    }

    private static <T> T at(NavigableMap<Instant, T> told, Instant moment, T untold, T before) {
        Map.Entry<Instant, T> entry = told.floorEntry(moment);
        return told.isEmpty() ? untold : entry == null ? before : entry.getValue();
    }
}
