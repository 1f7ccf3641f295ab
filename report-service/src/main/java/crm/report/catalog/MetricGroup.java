package crm.report.catalog;

import java.util.Locale;

/** Which list a metric belongs to. */
public enum MetricGroup {
    /** The thirty-five that every CRM is asked for. */
    STANDARD,
    /** Further ones that are asked for often. */
    EXTENDED;

    /** As answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
