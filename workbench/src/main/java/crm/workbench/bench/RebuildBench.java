package crm.workbench.bench;

import crm.workbench.launch.Installation;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** How long the report-service takes to be ready on a filled store, and to fill an empty one from the log. */
record RebuildBench(Product product, LocalDate today, Duration limit) {

    /**
     * What was seen.
     *
     * @param ready from the start of the process to ready, the store filled
     * @param events events loaded after ready, in {@code took}
     */
    record Result(Duration ready, long inLog, long events, Duration took, boolean complete) {
        double eventsPerSecond() {
            return events / (took.toNanos() / 1e9);
        }

        String told() {
            return new Table("what", "measured")
                    .row("start to ready, store filled", String.format(Locale.ROOT, "%.1f s", ready.toMillis() / 1e3))
                    .row(
                            "rebuild of the column store of all tenants",
                            String.format(
                                    Locale.ROOT,
                                    "%,d of %,d events in %.1f s, %,.0f a second%s",
                                    events,
                                    inLog,
                                    took.toMillis() / 1e3,
                                    eventsPerSecond(),
                                    complete ? "" : " (broken off at the time limit)"))
                    .toString();
        }
    }

    /** Expects the report-service stopped, and leaves it running on a rebuilt store. */
    Result run() throws IOException {
        Installation installation = product.installation();
        long startedAt = System.nanoTime();
        installation.startReportService();
        Duration ready = Duration.ofNanos(System.nanoTime() - startedAt);
        long inLog = loaded();
        installation.stopReportService();
        WorkingFolder.delete(installation.storeDirectory());
        installation.startReportService();
        long readyAt = System.nanoTime();
        long before = loaded();
        long now = before;
        while (now < inLog && System.nanoTime() - readyAt < limit.toNanos()) {
            LockSupport.parkNanos(100_000_000);
            now = loaded();
        }
        return new Result(ready, inLog, now - before, Duration.ofNanos(System.nanoTime() - readyAt), now >= inLog);
    }

    /** Events that the stores of all tenants contain. */
    private long loaded() throws IOException {
        long loaded = 0;
        try (HttpConnection connection = new HttpConnection(product.report())) {
            for (BenchmarkTenant tenant : product.tenants()) {
                byte[] question = HttpConnection.get(
                        "/v1/metrics/campaigns?from=" + today.minusDays(1) + "&to=" + today, tenant.reportKey());
                Reply reply = connection.send(question).orFail(200);
                loaded += reply.json()
                        .required("dataThrough")
                        .required("position")
                        .asLong();
            }
        }
        return loaded;
    }
}
