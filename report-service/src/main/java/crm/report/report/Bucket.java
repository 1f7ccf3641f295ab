package crm.report.report;

import java.util.Locale;

/** What reports are about. */
public enum Bucket {
    SALES,
    CAMPAIGNS,
    CUSTOMERS,
    ACTIVITY,
    SERVICE,
    QUALITY;

    /** As answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
