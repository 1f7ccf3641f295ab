package crm.report.catalog;

import crm.engine.model.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What metrics are called: in every language, and however a name is spelled in an address. */
public final class MetricNames {

    private static final Names NAMES = new Names(MetricNames.class, "names.properties");

    private MetricNames() {}

    /** What the metric is called in a language; in English where that language has no name for it. */
    public static String of(Metric metric, Language language) {
        List<String> names = NAMES.of(metric.id(), language);
        return names.isEmpty() ? metric.name() : names.getFirst();
    }

    /** The metric's name in each language that has one, English first. */
    public static Map<Language, String> of(Metric metric) {
        Map<Language, String> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            if (language == Language.EN || !NAMES.of(metric.id(), language).isEmpty()) {
                names.put(language, of(metric, language));
            }
        }
        return names;
    }

    /** Everything that a metric may be asked by, each as {@link Names#key} has it. */
    static Stream<String> keys(Metric metric) {
        Stream<String> names =
                Stream.of(Language.values()).flatMap(language -> NAMES.of(metric.id(), language).stream());
        return Stream.of(Stream.of(metric.id(), metric.name()), metric.aliases().stream(), names)
                .flatMap(each -> each)
                .map(Names::key)
                .distinct();
    }
}
