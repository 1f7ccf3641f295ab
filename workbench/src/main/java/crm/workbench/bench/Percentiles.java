package crm.workbench.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long things took, in nanoseconds, the shortest first. */
record Percentiles(long[] sorted) {

    Percentiles {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    double p50() {
        return milliseconds(0.5);
    }

    double p99() {
        return milliseconds(0.99);
    }

    /** The shortest time that so large a share did not exceed. */
    private double milliseconds(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    static String told(double milliseconds) {
        if (Double.isNaN(milliseconds)) {
            return "–";
        }
        return String.format(
                Locale.ROOT, milliseconds < 10 ? "%.2f" : milliseconds < 100 ? "%.1f" : "%,.0f", milliseconds);
    }
}
