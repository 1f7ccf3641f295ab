package crm.http.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The key that came with a request, in any of the three ways it may be sent. */
sealed interface SentKey {

    /** No way was used. */
    record None() implements SentKey {}

    /** What was sent cannot be a key. */
    record Unreadable() implements SentKey {}

    /** The whole key, not yet known to be valid. */
    record Whole(String text) implements SentKey {
        @Override
        public String toString() {
            return "Whole[secret]";
        }
    }

    /** By HTTP Basic, its id and its secret, not yet known to be valid. */
    record Parts(String keyId, String secret) implements SentKey {
        @Override
        public String toString() {
            return "Parts[" + keyId + ", secret]";
        }
    }

    String BEARER = "bearer ";
    String BASIC = "basic ";

    static SentKey with(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaderNames.AUTHORIZATION);
        return authorization == null ? ofApiKey(request.getHeader("X-API-Key")) : ofAuthorization(authorization);
    }

    private static SentKey ofApiKey(@Nullable String key) {
        return key == null ? new None() : new Whole(key.strip());
    }

    private static SentKey ofAuthorization(String authorization) {
        String scheme = authorization.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return new Whole(authorization.substring(BEARER.length()).strip());
        }
        return scheme.startsWith(BASIC)
                ? ofBasic(authorization.substring(BASIC.length()).strip())
                : new Unreadable();
    }

    private static SentKey ofBasic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? new Unreadable() : new Parts(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return new Unreadable();
        }
    }
}
