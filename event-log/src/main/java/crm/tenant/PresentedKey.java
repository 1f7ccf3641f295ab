package crm.tenant;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key as it is written: {@code crm_<scopes>_<key id>_<secret>}. */
record PresentedKey(Set<Scope> scopes, String keyId, Secret secret) {

    private static final Pattern KEY_ID = Pattern.compile("[0-9a-z]{1,32}");
    private static final Pattern WRITTEN = Pattern.compile(
            "crm_((?:ingest|report|admin)(?:-(?:ingest|report|admin))*)_([0-9a-z]{1,32})_([0-9a-z]{1,64})");

    static Optional<PresentedKey> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new PresentedKey(Scope.split(matcher.group(1)), matcher.group(2), new Secret(matcher.group(3))))
                : Optional.empty();
    }

    static boolean isKeyId(String text) {
        return KEY_ID.matcher(text).matches();
    }

    String text() {
        return "crm_" + Scope.join(scopes) + "_" + keyId + "_" + secret.text();
    }
}
