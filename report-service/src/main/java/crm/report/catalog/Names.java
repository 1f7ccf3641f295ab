package crm.report.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What things are called in every language, read from a file with a line {@code id.language=first | other} for each. */
public final class Names {

    private final Properties names = new Properties();

    /** @param owner the class beside which the file lies */
    public Names(Class<?> owner, String file) {
        try (InputStream bytes = Objects.requireNonNull(owner.getResourceAsStream(file))) {
            names.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All names in a language, the first of them the one that is shown; none where the language has none. */
    public List<String> of(String id, Language language) {
        String found = names.getProperty(id + "." + language.code());
        return found == null ? List.of() : List.of(found.split(" \\| "));
    }

    /** A name without regard to case, accents and what stands between its words: {@code taux-de-cloture}. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
