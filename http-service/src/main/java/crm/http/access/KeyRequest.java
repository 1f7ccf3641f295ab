package crm.http.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose key this is. */
final class KeyRequest extends BaseAuthenticationRequest {

    private final SentKey key;

    KeyRequest(SentKey key) {
        this.key = key;
    }

    SentKey key() {
        return key;
    }
}
