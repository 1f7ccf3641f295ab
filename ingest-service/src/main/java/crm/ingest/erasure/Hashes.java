package crm.ingest.erasure;

import crm.erasure.Person;
import crm.erasure.RecordName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes under a tenant's secret: what was erased is recognised by them, and not read from them. */
final class Hashes {

    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Hashes(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    byte[] ofRecord(RecordName record) {
        return of("record", record.collection(), record.id());
    }

    /** Of somebody who was erased by their e-mail address, under whichever id they come. */
    byte[] ofAddress(String address) {
        return of("address", Person.folded(address));
    }

    /** Of a text that a pseudonym stands for. */
    byte[] ofAlias(String folded) {
        return of("alias", folded);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private byte[] of(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java knows " + ALGORITHM, impossible);
        }
    }
}
