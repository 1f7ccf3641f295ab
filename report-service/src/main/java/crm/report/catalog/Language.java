package crm.report.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which metrics have names. */
public enum Language {
    EN,
    FR,
    ID,
    RU,
    SV,
    IT;

    /** As parameters and files spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> named(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
