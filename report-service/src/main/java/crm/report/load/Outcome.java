package crm.report.load;

import java.util.Locale;

/** How a deal stands. */
enum Outcome {
    OPEN,
    WON,
    LOST,
    UNQUALIFIED;

    static Outcome of(String status) {
        return valueOf(status.toUpperCase(Locale.ROOT));
    }

    String status() {
        return name().toLowerCase(Locale.ROOT);
    }
}
