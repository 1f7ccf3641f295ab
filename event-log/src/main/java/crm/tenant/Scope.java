package crm.tenant;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key allows. */
public enum Scope {
    /** Push records and read them back. */
    INGEST,
    /** Ask for metrics and reports. */
    REPORT,
    /** Change the tenant's settings and keys. */
    ADMIN;

    private static final String BETWEEN = "-";

    /** As it is written in keys and in JSON: {@code ingest}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> parse(String text) {
        for (Scope scope : values()) {
            if (scope.text().equals(text)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /** Several scopes in one word, in one order: {@code ingest-report}. */
    static String join(Collection<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::text).collect(Collectors.joining(BETWEEN));
    }

    static Set<Scope> split(String joined) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : joined.split(BETWEEN, -1)) {
            scopes.add(parse(text).orElseThrow(() -> new IllegalArgumentException("not a scope: " + text)));
        }
        return Collections.unmodifiableSet(scopes);
    }
}
