package crm.workbench.bench;

import java.time.Duration;

/**
 * What came of one way of ingest.
 *
 * @param latencies of requests or statements
 * @param refused answers 503, after which the same was sent again
 * @param proof whether what was accepted is stored, where that is asked
 */
record IngestWay(String name, long events, Duration took, Percentiles latencies, long refused, String proof) {

    double perSecond() {
        return events / (took.toNanos() / 1e9);
    }
}
