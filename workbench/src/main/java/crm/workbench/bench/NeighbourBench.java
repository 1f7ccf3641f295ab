package crm.workbench.bench;

import crm.workbench.launch.LaunchFailed;
import crm.workbench.launch.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** How long a quiet tenant waits until its record is durable, alone and while a busy one sends all it can. */
public final class NeighbourBench {

    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final int BUSY_CONNECTIONS = 64;
    private static final int BUSY_BATCH = 1_000;
    private static final int BUSY_ROWS = 200_000;
    private static final int QUIET_ROWS = 20_000;

    /** As many lanes as the log has; the tenant's number tells which is its own. */
    private static final int LANES = 4;

    /** How much longer a quiet tenant may wait because of a busy one. */
    private static final double FACTOR = 20;

    private static final int TOO_MANY = 429;

    private final Product product;
    private final CallRows quietRows;
    private final CallRows busyRows;

    private NeighbourBench(Product product, LocalDate today) {
        this.product = product;
        this.quietRows = CallRows.of(QUIET_ROWS, today);
        this.busyRows = CallRows.of(BUSY_ROWS, today);
    }

    public static void main(String[] arguments) throws IOException {
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8), false);
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of(Product.ZONE)));
        Path data = Path.of(
                "workbench",
                "target",
                "neighbours",
                Long.toString(ProcessHandle.current().pid()));
        double load = Machine.loadAverage();
        try (Product product = Product.start(data, screen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(product::close, "stop-product"));
            Report report = new NeighbourBench(product, today).run("Neighbours of " + today, load);
            screen.line(report.toString());
            Path file = Path.of("bench", "results", today + "-neighbours.md");
            report.keep(file);
            screen.done("kept in " + file);
        } catch (BenchmarkFailed | LaunchFailed failed) {
            screen.failure(String.valueOf(failed.getMessage()));
            System.exit(1);
        }
        WorkingFolder.delete(data);
    }

    private Report run(String title, double load) {
        BenchmarkTenant busy = product.newTenant("Busy");
        BenchmarkTenant beside = quietTenant(busy, true);
        BenchmarkTenant apart = quietTenant(busy, false);
        push(beside, "warm-");
        push(apart, "warm-");
        Percentiles besideAlone = push(beside, "");
        Busy besideBusy = whileBusy(busy, beside);
        Percentiles apartAlone = push(apart, "");
        Busy apartBusy = whileBusy(busy, apart);
        Table table = new Table("a quiet tenant's record", "p50 ms", "p99 ms", "the busy one's records a second", "429")
                .row(alone("alone, on the lane of the busy one", besideAlone))
                .row(besideBusy.told())
                .row(alone("alone, on another lane", apartAlone))
                .row(apartBusy.told());
        return new Report(title)
                .line(String.format(Locale.ROOT, "Load of the machine before: %.2f.", load))
                .line("A quiet tenant sends one record after the other; a busy one batches of "
                        + String.format(Locale.ROOT, "%,d over %d connections.", BUSY_BATCH, BUSY_CONNECTIONS))
                .section(
                        "Goals",
                        new Goals()
                                .atMost(
                                        "a quiet tenant's p99 beside a busy one on its lane, to its p99 alone",
                                        FACTOR,
                                        besideBusy.quiet().p99() / besideAlone.p99(),
                                        "%.1f")
                                .atMost(
                                        "the same on another lane",
                                        FACTOR,
                                        apartBusy.quiet().p99() / apartAlone.p99(),
                                        "%.1f")
                                .toString())
                .section("Measured", table.toString());
    }

    /** What the quiet tenant waited, and what the busy one got through meanwhile. */
    private record Busy(Percentiles quiet, double recordsPerSecond, long refused) {
        String[] told() {
            return new String[] {
                "the same, while the other is busy",
                Percentiles.told(quiet.p50()),
                Percentiles.told(quiet.p99()),
                String.format(Locale.ROOT, "%,.0f", recordsPerSecond),
                Long.toString(refused)
            };
        }
    }

    private static String[] alone(String what, Percentiles times) {
        return new String[] {what, Percentiles.told(times.p50()), Percentiles.told(times.p99()), "", ""};
    }

    private BenchmarkTenant quietTenant(BenchmarkTenant busy, boolean onItsLane) {
        BenchmarkTenant tenant = product.newTenant("Quiet");
        while (onItsLane != (tenant.number() % LANES == busy.number() % LANES)) {
            tenant = product.newTenant("Quiet");
        }
        return tenant;
    }

    private Percentiles push(BenchmarkTenant quiet, String prefix) {
        List<byte[]> requests = quietRows.named(prefix).pushes(quiet.ingestKey(), 1);
        return new Load(product.ingest(), 1, LIMIT)
                .run(CallRows.once(requests), reply -> reply.orFail(202))
                .latencies();
    }

    private Busy whileBusy(BenchmarkTenant busy, BenchmarkTenant quiet) {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicLong accepted = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        Supplier<Optional<byte[]>> batches =
                again(busyRows.named(quiet.id() + "-").pushes(busy.ingestKey(), BUSY_BATCH));
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<Load.Result> load =
                    background.submit(() -> new Load(product.ingest(), BUSY_CONNECTIONS, LIMIT.multipliedBy(4))
                            .run(
                                    () -> enough.get() ? Optional.empty() : batches.get(),
                                    reply -> (reply.status() == TOO_MANY ? refused : accepted).incrementAndGet()));
            Percentiles waited = push(quiet, "busy-");
            enough.set(true);
            return new Busy(waited, Load.await(load).perSecond(accepted.get() * BUSY_BATCH), refused.get());
        }
    }

    /** The same requests over and over: a duplicate costs no less than a new record. */
    private static Supplier<Optional<byte[]>> again(List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        return () -> Optional.of(requests.get(Math.floorMod(next.getAndIncrement(), requests.size())));
    }
}
