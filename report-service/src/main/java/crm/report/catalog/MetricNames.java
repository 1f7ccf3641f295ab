package crm.report.catalog;

import crm.engine.model.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** What metrics are called: in every language, and however a name is spelled in an address. */
public final class MetricNames {

    private static final String FILE = "names.properties";
    private static final Properties NAMES = read();

    private MetricNames() {}

    /** What the metric is called in a language; in English where that language has no name for it. */
    public static String of(Metric metric, Language language) {
        List<String> names = all(metric.id(), language);
        return names.isEmpty() ? metric.name() : names.getFirst();
    }

    /** The metric's name in each language that has one, English first. */
    public static Map<Language, String> of(Metric metric) {
        Map<Language, String> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            if (language == Language.EN || !all(metric.id(), language).isEmpty()) {
                names.put(language, of(metric, language));
            }
        }
        return names;
    }

    /** Everything that a metric may be asked by, each as {@link #key} has it. */
    static Stream<String> keys(Metric metric) {
        Stream<String> names = Stream.of(Language.values()).flatMap(language -> all(metric.id(), language).stream());
        return Stream.of(Stream.of(metric.id(), metric.name()), metric.aliases().stream(), names)
                .flatMap(each -> each)
                .map(MetricNames::key)
                .distinct();
    }

    /** A name without regard to case, accents and what stands between its words: {@code taux-de-cloture}. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static List<String> all(String id, Language language) {
        String names = NAMES.getProperty(id + "." + language.code());
        return names == null ? List.of() : List.of(names.split(" \\| "));
    }

    private static Properties read() {
        Properties names = new Properties();
        try (InputStream file = Objects.requireNonNull(MetricNames.class.getResourceAsStream(FILE))) {
            names.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
