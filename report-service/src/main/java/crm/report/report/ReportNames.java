package crm.report.report;

import crm.report.catalog.Language;
import crm.report.catalog.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What reports are called: in every language, and however a name is spelled in an address. */
final class ReportNames {

    private static final Names NAMES = new Names(ReportNames.class, "names.properties");

    private ReportNames() {}

    /** What the report is called in a language; in English where that language has no name for it. */
    static String of(Report report, Language language) {
        List<String> names = NAMES.of(report.id(), language);
        return names.isEmpty() ? report.title() : names.getFirst();
    }

    /** The report's name in each language that has one, by the language's code. */
    static Map<String, String> of(Report report) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            if (language == Language.EN || !NAMES.of(report.id(), language).isEmpty()) {
                names.put(language.code(), of(report, language));
            }
        }
        return names;
    }

    /** Everything that a report may be asked by. */
    static Stream<String> keys(Report report) {
        Stream<String> names =
                Stream.of(Language.values()).flatMap(language -> NAMES.of(report.id(), language).stream());
        return Stream.of(Stream.of(report.id(), report.title()), report.aliases().stream(), names)
                .flatMap(each -> each)
                .map(Names::key)
                .distinct();
    }
}
