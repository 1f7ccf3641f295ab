package crm.ingest.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.tenant.ApiKey;
import crm.tenant.IssuedKey;
import crm.tenant.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key as it is listed: without its secret, which is kept nowhere. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyView(
        String id,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public KeyView {
        scopes = List.copyOf(scopes);
    }

    /** A tenant's keys, the oldest first. */
    public record KeyList(List<KeyView> keys) {
        public KeyList {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A key just issued, with its secret for the only time.
     *
     * @param key the whole key, for {@code Authorization: Bearer} and {@code X-API-Key}
     * @param secret the password beside {@code id} for HTTP Basic
     */
    public record NewKey(
            String id, List<String> scopes, @Nullable Instant expiresAt, String key, String secret) {

        public NewKey {
            scopes = List.copyOf(scopes);
        }

        static NewKey of(IssuedKey issued) {
            List<String> scopes =
                    issued.scopes().stream().map(Scope::text).sorted().toList();
            return new NewKey(issued.id(), scopes, issued.expiresAt(), issued.text(), issued.secret());
        }

        /** Without the secret, so that it stays out of logs. */
        @Override
        public String toString() {
            return "NewKey[id=" + id + ", scopes=" + scopes + "]";
        }
    }

    static KeyView of(ApiKey key) {
        return new KeyView(
                key.id(),
                key.scopes().stream().map(Scope::text).sorted().toList(),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.revokedAt().orElse(null));
    }
}
