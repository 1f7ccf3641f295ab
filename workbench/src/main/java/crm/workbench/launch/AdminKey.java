package crm.workbench.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The installation's admin key where the environment gives none: made once, then kept with the data. */
final class AdminKey {

    private static final int BYTES = 32;

    private AdminKey() {}

    static String kept(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
        } catch (IOException failed) {
            throw new LaunchFailed("cannot read " + file, failed);
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String key = HexFormat.of().formatHex(secret);
        SecretFile.write(file, key + "\n");
        return key;
    }
}
