package crm.ingest.tenant;

import crm.tenant.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key that a request wants.
 *
 * @param expiresAt absent: it never does
 */
record KeyBody(Set<Scope> scopes, @Nullable Instant expiresAt) {

    private static final Set<String> NAMES = Set.of("scopes", "expiresAt");

    KeyBody {
        scopes = Set.copyOf(scopes);
    }

    static KeyBody of(byte @Nullable [] bytes, Clock clock) {
        JsonBody body = JsonBody.of(bytes, NAMES);
        KeyBody wanted = new KeyBody(scopes(body), expiresAt(body, clock.instant()));
        body.refuseIfWrong();
        return wanted;
    }

    private static Set<Scope> scopes(JsonBody body) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        @Nullable List<String> names = body.texts("scopes");
        for (String name : names == null ? List.<String>of() : names) {
            Scope.parse(name)
                    .ifPresentOrElse(
                            scopes::add,
                            () -> body.add("scopes", "not_a_member", "One or more of ingest, report, admin."));
        }
        if (scopes.isEmpty()) {
            body.add("scopes", "missing", "One or more of ingest, report, admin.");
        }
        return scopes;
    }

    private static @Nullable Instant expiresAt(JsonBody body, Instant now) {
        @Nullable String text = body.text("expiresAt");
        if (text == null) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            if (!moment.isAfter(now)) {
                body.add("expiresAt", "out_of_range", "A time to come.");
            }
            return moment;
        } catch (DateTimeParseException invalid) {
            body.add("expiresAt", "invalid_timestamp", "RFC 3339 with offset, such as 2027-03-02T09:30:00Z.");
            return null;
        }
    }
}
