package crm.report.catalog;

import java.util.Locale;

/** Which list a metric belongs to. */
public enum MetricGroup {
    /** The thirty-five that every CRM is asked for. */
    STANDARD,
    /** Further ones that reports are made of. */
    EXTENDED;

    /** As answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
