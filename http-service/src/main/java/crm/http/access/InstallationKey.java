package crm.http.access;

import io.smallrye.config.ConfigMapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The installation's own key, given by its configuration: it makes tenants and belongs to none. */
@ConfigMapping(prefix = "crm")
interface InstallationKey {

    /** Stands for the key id where the key is sent by HTTP Basic. */
    String ID = "admin";

    /** Absent: nobody can make tenants. */
    Optional<String> adminKey();

    default boolean isSentAs(SentKey sent) {
        return switch (sent) {
            case SentKey.Whole whole -> equals(whole.text());
            case SentKey.Parts parts -> parts.keyId().equals(ID) && equals(parts.secret());
            case SentKey.None none -> false;
            case SentKey.Unreadable unreadable -> false;
        };
    }

    private boolean equals(String text) {
        return adminKey()
                .filter(key -> !key.isBlank())
                .filter(key -> MessageDigest.isEqual(bytes(key), bytes(text)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
