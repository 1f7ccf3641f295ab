package crm.workbench.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** From the answer 2xx to the first report with the record in it, while events flow into the same tenant. */
record FreshnessBench(Product product, BenchmarkTenant tenant, LocalDate today, Duration duration, String name) {

    private static final int BATCH = 100;
    private static final int EVENTS_A_SECOND = 5_000;
    private static final int CONNECTIONS = 4;
    private static final int MOST_SECONDS = 60;

    /** What the probes saw, and how many events really flowed. */
    record Result(Percentiles visible, double eventsPerSecond) {
        String told() {
            return new Table("events/s flowing in", "probes", "p50 ms", "p99 ms")
                    .row(
                            String.format(Locale.ROOT, "%,.0f", eventsPerSecond),
                            Integer.toString(visible.count()),
                            Percentiles.told(visible.p50()),
                            Percentiles.told(visible.p99()))
                    .toString();
        }
    }

    Result run() {
        int seconds = (int) duration.toSeconds();
        List<byte[]> flow = CallRows.of(EVENTS_A_SECOND * seconds, today)
                .named(name + "-flow-")
                .pushes(tenant.ingestKey(), BATCH);
        List<byte[]> probes =
                CallRows.of(100 * seconds, today).named(name + "-probe-").pushes(tenant.ingestKey(), 1);
        try (ExecutorService prober = Executors.newSingleThreadExecutor()) {
            long until = System.nanoTime() + duration.toNanos();
            Future<Percentiles> visible = prober.submit(() -> probe(probes, until));
            AtomicInteger sent = new AtomicInteger();
            Load.Result result = new Load(product.ingest(), CONNECTIONS, duration).run(paced(flow), reply -> {
                reply.orFail(202);
                sent.incrementAndGet();
            });
            return new Result(Load.await(visible), result.perSecond((long) sent.get() * BATCH));
        }
    }

    /** Hands each request out at its time, or late where nobody came for it. */
    private static java.util.function.Supplier<Optional<byte[]>> paced(List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        long startedAt = System.nanoTime();
        long between = 1_000_000_000L * BATCH / EVENTS_A_SECOND;
        return () -> {
            int index = next.getAndIncrement();
            if (index >= requests.size()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(startedAt + index * between - System.nanoTime());
            return Optional.of(requests.get(index));
        };
    }

    private Percentiles probe(List<byte[]> probes, long until) throws IOException {
        String question = "/v1/metrics/sales-calls-made?from=" + today.minusDays(30) + "&to=" + today;
        long[] times = new long[probes.size()];
        int made = 0;
        try (HttpConnection ingest = new HttpConnection(product.ingest())) {
            while (made < probes.size() && System.nanoTime() < until) {
                Reply pushed = ingest.send(probes.get(made)).orFail(202);
                long durableAt = System.nanoTime();
                product.askWith(tenant, question, pushed.number("position"), MOST_SECONDS);
                times[made++] = System.nanoTime() - durableAt;
                LockSupport.parkNanos(50_000_000);
            }
        }
        return new Percentiles(java.util.Arrays.copyOf(times, made));
    }
}
