package crm.report.metric;

import crm.report.catalog.Language;
import java.util.List;
import java.util.Map;

/** Reads the language of an answer's labels. */
public final class LanguageReader {

    private LanguageReader() {}

    public static Language read(Parameters parameters) {
        return parameters
                .one("lang", "unknown_language", "en, fr, id, ru, sv or it", Language::named)
                .orElse(Language.EN);
    }

    /** Where the language is all that can be asked. */
    public static Language readAlone(Map<String, List<String>> given) {
        Parameters parameters = new Parameters(given);
        Language language = read(parameters);
        parameters.finish();
        return language;
    }
}
