package crm.ingest.imports;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names an import. Inside it is a random positive number; outside it is written {@code i_} and base 36. */
record ImportId(long number) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "i_";
    private static final Pattern WRITTEN = Pattern.compile("i_[0-9a-z]{1,13}");

    ImportId {
        if (number <= 0) {
            throw new IllegalArgumentException("not an import's number: " + number);
        }
    }

    static ImportId random() {
        return new ImportId(Math.max(1, RANDOM.nextLong() >>> 1));
    }

    /** The import that {@code text} names, or nothing where it is not such a name. */
    static Optional<ImportId> parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(text.substring(PREFIX.length()), Character.MAX_RADIX);
            return number > 0 ? Optional.of(new ImportId(number)) : Optional.empty();
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return PREFIX + Long.toString(number, Character.MAX_RADIX);
    }
}
