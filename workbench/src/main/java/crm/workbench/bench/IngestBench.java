package crm.workbench.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The same rows into the log by every way there is, a tenant each. */
final class IngestBench {

    static final int SINGLE_CONNECTIONS = 64;
    static final int BATCH_CONNECTIONS = 16;
    static final int BATCH = 100;
    private static final int SECONDS_TO_BE_VISIBLE = 120;

    private final Product product;
    private final LogTwin twin;
    private final BenchmarkSize size;
    private final CallRows rows;
    private final LocalDate today;

    IngestBench(Product product, LogTwin twin, BenchmarkSize size, CallRows rows, LocalDate today) {
        this.product = product;
        this.twin = twin;
        this.size = size;
        this.rows = rows;
        this.today = today;
    }

    /**
     * Everything measured.
     *
     * @param loadData the limit that the others are compared with
     * @param panache one transaction a request
     */
    record Result(
            IngestWay loadData,
            IngestWay manyRows,
            IngestWay oneRow,
            IngestWay panache,
            IngestWay singles,
            IngestWay batches) {

        String told(long averageLength) {
            Table table = new Table(
                    "way", "events", "events/s", "of LOAD DATA", "p50 ms", "p99 ms", "503s", "accepted = stored");
            for (IngestWay way : List.of(loadData, manyRows, oneRow, panache, singles, batches)) {
                table.row(
                        way.name(),
                        String.format(Locale.ROOT, "%,d", way.events()),
                        String.format(Locale.ROOT, "%,.0f", way.perSecond()),
                        String.format(Locale.ROOT, "%.2f", way.perSecond() / loadData.perSecond()),
                        Percentiles.told(way.latencies().p50()),
                        Percentiles.told(way.latencies().p99()),
                        Long.toString(way.refused()),
                        way.proof());
            }
            return "Calls of " + averageLength + " characters on average. Latencies are of statements or requests.\n\n"
                    + table;
        }
    }

    Result run() throws SQLException, IOException {
        warm();
        DatabaseIngest database = new DatabaseIngest(twin, rows, size.path());
        return new Result(
                database.loadData(),
                database.manyRows(),
                database.oneRow(SINGLE_CONNECTIONS),
                panache(size.path()),
                pushed(1, SINGLE_CONNECTIONS, size.path()),
                pushed(BATCH, BATCH_CONNECTIONS, size.path()));
    }

    long averageLength() {
        return rows.averageLength();
    }

    /** Each way until it is steady; the twin's rows are of tenants that the measured ones are not. */
    private void warm() throws SQLException, IOException {
        new WarmTwin(twin, rows, size.warming()).run();
        WarmUp.untilSteady(() -> panache(size.warming()).perSecond());
        WarmUp.untilSteady(() -> pushed(1, SINGLE_CONNECTIONS, size.warming()).perSecond());
        WarmUp.untilSteady(
                () -> pushed(BATCH, BATCH_CONNECTIONS, size.warming()).perSecond());
    }

    private IngestWay panache(Duration limit) {
        byte[] request = product.addKey(product.newTenant("panache"));
        AtomicLong done = new AtomicLong();
        Load.Result result = new Load(product.ingest(), SINGLE_CONNECTIONS, limit)
                .run(() -> Optional.of(request), reply -> {
                    reply.orFail(201);
                    done.incrementAndGet();
                });
        return new IngestWay(
                "one Panache transaction a request over HTTP (a key, not a call), " + SINGLE_CONNECTIONS
                        + " connections",
                done.get(),
                result.took(),
                result.latencies(),
                result.refused(),
                "");
    }

    private IngestWay pushed(int batch, int connections, Duration limit) throws SQLException, IOException {
        BenchmarkTenant tenant = product.newTenant("push-" + batch);
        List<byte[]> requests = rows.pushes(tenant.ingestKey(), batch);
        AtomicLong accepted = new AtomicLong();
        AtomicLong position = new AtomicLong();
        Load.Result result = new Load(product.ingest(), connections, limit).run(CallRows.once(requests), reply -> {
            reply.orFail(202);
            accepted.addAndGet(reply.number("accepted"));
            position.accumulateAndGet(reply.number("position"), Math::max);
        });
        return new IngestWay(
                batch == 1
                        ? "POST /v1/calls, single records, " + connections + " connections"
                        : "POST /v1/calls, batches of " + batch + ", " + connections + " connections",
                accepted.get(),
                result.took(),
                result.latencies(),
                result.refused(),
                proof(tenant, accepted.get(), position.get()));
    }

    /** Compares what was accepted with the last position, with the log's rows and with what a metric counts. */
    private String proof(BenchmarkTenant tenant, long accepted, long position) throws SQLException, IOException {
        long stored = twin.rowsInLog(tenant);
        String question =
                "/v1/metrics/sales-calls-made?direction=both&from=" + today.minusYears(3) + "&to=" + today.plusDays(2);
        long counted = product.askWith(tenant, question, position, SECONDS_TO_BE_VISIBLE)
                .json()
                .required("value")
                .asLong();
        long expected = rows.salesCalls((int) accepted);
        boolean same = accepted == position && accepted == stored && counted == expected;
        return same
                ? "yes"
                : "NO: accepted " + accepted + ", position " + position + ", rows " + stored + ", metric " + counted
                        + " of " + expected;
    }
}
