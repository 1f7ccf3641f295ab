package crm.workbench.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times statements, on any number of threads, and says when it is enough. */
final class Stopwatch {

    private final long startedAt = System.nanoTime();
    private final long limit;
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    /** Something done with a database. */
    interface Work {
        void run() throws SQLException;
    }

    Stopwatch(Duration limit) {
        this.limit = limit.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - startedAt > limit;
    }

    void time(Work work) throws SQLException {
        long from = System.nanoTime();
        work.run();
        times.add(System.nanoTime() - from);
    }

    Percentiles percentiles() {
        return new Percentiles(times.stream().mapToLong(Long::longValue).toArray());
    }

    /** What came of it, from the beginning until now. */
    IngestWay way(String name, long events) {
        return new IngestWay(name, events, Duration.ofNanos(System.nanoTime() - startedAt), percentiles(), 0, "");
    }
}
