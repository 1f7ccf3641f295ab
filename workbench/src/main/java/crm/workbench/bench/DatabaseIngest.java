package crm.workbench.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts rows into the log's twin without any service: the limits of the database itself. */
final class DatabaseIngest {

    private static final int FILE = 20_000;
    private static final int BATCH = 1_000;

    private final LogTwin twin;
    private final List<String> rows;
    private final Duration limit;
    private long tenants;

    DatabaseIngest(LogTwin twin, CallRows rows, Duration limit) {
        this.twin = twin;
        this.rows = rows.records();
        this.limit = limit;
    }

    IngestWay loadData() throws SQLException {
        long tenant = ++tenants;
        List<byte[]> files = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += FILE) {
            files.add(LogTwin.file(tenant, from + 1, rows.subList(from, Math.min(from + FILE, rows.size()))));
        }
        try (Connection connection = twin.connect()) {
            Stopwatch watch = new Stopwatch(limit);
            long events = 0;
            for (byte[] file : files) {
                if (!watch.isOver()) {
                    watch.time(() -> LogTwin.loadData(connection, file));
                    events = Math.min(rows.size(), events + FILE);
                }
            }
            return watch.way("LOAD DATA LOCAL, " + FILE + " rows a statement", events);
        }
    }

    IngestWay manyRows() throws SQLException {
        long tenant = ++tenants;
        try (Connection connection = twin.connect();
                PreparedStatement statement = LogTwin.insertOf(connection, BATCH)) {
            Stopwatch watch = new Stopwatch(limit);
            int from = 0;
            while (from + BATCH <= rows.size() && !watch.isOver()) {
                int position = from + 1;
                List<String> some = rows.subList(from, from + BATCH);
                watch.time(() -> LogTwin.insert(statement, tenant, position, some));
                from += BATCH;
            }
            return watch.way("INSERT of " + BATCH + " rows, 1 connection", from);
        }
    }

    IngestWay oneRow(int connections) {
        long tenant = ++tenants;
        AtomicInteger next = new AtomicInteger();
        Stopwatch watch = new Stopwatch(limit);
        List<Future<Integer>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(() -> client(tenant, next, watch)));
            }
        }
        long events = clients.stream().mapToLong(Load::await).sum();
        return watch.way("one JDBC transaction a row, " + connections + " connections, no HTTP", events);
    }

    private int client(long tenant, AtomicInteger next, Stopwatch watch) throws SQLException {
        int done = 0;
        try (Connection connection = twin.connect();
                PreparedStatement statement = LogTwin.insertOf(connection, 1)) {
            for (int row = next.getAndIncrement(); row < rows.size() && !watch.isOver(); row = next.getAndIncrement()) {
                int position = row + 1;
                List<String> one = List.of(rows.get(row));
                watch.time(() -> LogTwin.insert(statement, tenant, position, one));
                done++;
            }
        }
        return done;
    }
}
