package crm.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a tenant. Inside it is a random positive number, small as a key; outside it is written {@code t_} and base 36.
 */
public record TenantId(long number) implements Comparable<TenantId> {

    private static final String PREFIX = "t_";
    private static final Pattern WRITTEN = Pattern.compile("t_[0-9a-z]{1,13}");

    public TenantId {
        if (number <= 0) {
            throw new IllegalArgumentException("not a tenant's number: " + number);
        }
    }

    /** The tenant that {@code text} names, or nothing where it is not such a name. */
    public static Optional<TenantId> parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(text.substring(PREFIX.length()), Character.MAX_RADIX);
            return number > 0 ? Optional.of(new TenantId(number)) : Optional.empty();
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return PREFIX + Long.toString(number, Character.MAX_RADIX);
    }
}
