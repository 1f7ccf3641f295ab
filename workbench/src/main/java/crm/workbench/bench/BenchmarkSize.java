package crm.workbench.bench;

import crm.workbench.sample.SampleSize;
import java.time.Duration;
import java.util.Locale;

/** How much is loaded, and how long each part may take. */
enum BenchmarkSize {
    /** Next to nothing: tries the benchmark itself. */
    TRIAL(0.02, 2_000, 1, 3, 60),
    /** About 0.7 million facts. */
    SMALL(2.5, 200_000, 6, 20, 240),
    /** About 7 million facts. */
    MEDIUM(25, 400_000, 20, 30, 1_800),
    /** About 67 million facts. */
    LARGE(236, 400_000, 20, 60, 10_800);

    private final double times;
    private final int ingestRows;
    private final int warmSeconds;
    private final int pathSeconds;
    private final int loadSeconds;

    BenchmarkSize(double times, int ingestRows, int warmSeconds, int pathSeconds, int loadSeconds) {
        this.times = times;
        this.ingestRows = ingestRows;
        this.warmSeconds = warmSeconds;
        this.pathSeconds = pathSeconds;
        this.loadSeconds = loadSeconds;
    }

    static BenchmarkSize named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BenchmarkFailed("SIZE is " + name + "; it can be small, medium or large.", unknown);
        }
    }

    /** The world of the big tenant. */
    SampleSize world() {
        return SampleSize.times(times);
    }

    /** Rows that each way of ingest gets. */
    int ingestRows() {
        return ingestRows;
    }

    /** How long each way is used at a time before it is measured, until it is steady. */
    Duration warming() {
        return Duration.ofSeconds(warmSeconds);
    }

    /** How long one way of ingest, or the probing of freshness, is measured at most. */
    Duration path() {
        return Duration.ofSeconds(pathSeconds);
    }

    /** How long the big tenant is loaded, or rebuilt, at most. */
    Duration loading() {
        return Duration.ofSeconds(loadSeconds);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
