package crm.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What a version says, as text or only as its digest: enough to tell whether two versions say the same. */
sealed interface Content {

    byte[] digest();

    default boolean saysTheSameAs(Content other) {
        return MessageDigest.isEqual(digest(), other.digest());
    }

    /** Content just sent, whose digest is seldom asked for. */
    final class Sent implements Content {
        private final String text;
        private byte @Nullable [] digest;

        Sent(String text) {
            this.text = text;
        }

        @Override
        public byte[] digest() {
            byte[] known = digest;
            if (known == null) {
                known = sha256(text);
                digest = known;
            }
            return known;
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java knows SHA-256", impossible);
            }
        }
    }

    /** Content in the database, which hands out only its SHA-256. */
    record Stored(byte[] digest) implements Content {}
}
