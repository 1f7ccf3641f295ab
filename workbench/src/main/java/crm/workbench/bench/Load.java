package crm.workbench.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends requests over a number of connections, each sending its next one as soon as it has its answer.
 *
 * @param limit nothing is sent any more after that
 */
record Load(URI service, int connections, Duration limit) {

    private static final int UNAVAILABLE = 503;
    private static final Duration BEFORE_RESENDING = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What became of it.
     *
     * @param latencies of whole answers, from the first sending on
     * @param refused answers 503, after each of which the same was sent again
     */
    record Result(Duration took, Percentiles latencies, long refused) {
        double perSecond(long done) {
            return done / (took.toNanos() / 1e9);
        }
    }

    /** Looks at an answer; on the thread of its connection, outside of what is measured. */
    interface Check {
        void answered(Reply reply);
    }

    /** Sends all requests there are, until there are none. {@code requests} is asked by many threads. */
    Result run(Supplier<Optional<byte[]>> requests, Check check) {
        long startedAt = System.nanoTime();
        long deadline = startedAt + limit.toNanos();
        List<Future<List<Long>>> clients = new ArrayList<>();
        AtomicLong refused = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(() -> client(requests, check, deadline, refused)));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        long[] latencies = clients.stream()
                .flatMap(client -> await(client).stream())
                .mapToLong(Long::longValue)
                .toArray();
        return new Result(took, new Percentiles(latencies), refused.get());
    }

    private List<Long> client(Supplier<Optional<byte[]>> requests, Check check, long deadline, AtomicLong refused)
            throws IOException {
        List<Long> latencies = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(service)) {
            while (System.nanoTime() < deadline) {
                Optional<byte[]> request = requests.get();
                if (request.isEmpty()) {
                    break;
                }
                long sentAt = System.nanoTime();
                Reply reply = connection.send(request.get());
                while (reply.status() == UNAVAILABLE && System.nanoTime() - sentAt < PATIENCE.toNanos()) {
                    refused.incrementAndGet();
                    LockSupport.parkNanos(BEFORE_RESENDING.toNanos());
                    reply = connection.send(request.get());
                }
                latencies.add(System.nanoTime() - sentAt);
                check.answered(reply);
            }
        }
        return latencies;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new BenchmarkFailed("a client failed: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("interrupted", interrupted);
        }
    }
}
