package crm.log;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Appends to the log. Requests that wait at the same moment become one transaction; positions are without gaps and in
 * the order of commit, with any number of instances on one database.
 *
 * <p>Each lane keeps one connection of the data source. The data source should give up connecting within two seconds.
 */
public final class EventLog implements AutoCloseable {

    private static final Duration LOOK_AFTER_LANES = Duration.ofMillis(100);
    private static final Duration END = Duration.ofSeconds(30);

    private final List<Lane> lanes;
    private final ScheduledExecutorService watch;

    public EventLog(DataSource database, Clock clock) {
        this(database, clock, Capacity.usual());
    }

    public EventLog(DataSource database, Clock clock, Capacity capacity) {
        lanes = IntStream.range(0, capacity.lanes())
                .mapToObj(number -> new Lane("event-log-" + number, database, clock, capacity))
                .toList();
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("event-log-watch").daemon().factory());
        lanes.forEach(Lane::start);
        long every = LOOK_AFTER_LANES.toMillis();
        var unused =
                watch.scheduleWithFixedDelay(() -> lanes.forEach(Lane::watch), every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Appends a batch: its events, its refusals and their counts in one transaction. The receipt comes after the commit, on a thread of the log that
     * others wait for. Where it cannot be given the future fails with {@link LogUnavailable}; the same batch may be
     * sent again, whatever became of it.
     */
    public CompletableFuture<Receipt> append(Batch batch) {
        AppendRequest request = AppendRequest.of(batch);
        lanes.get((int) (request.tenant().number() % lanes.size())).append(request);
        return request.receipt();
    }

    /** Takes nothing more and waits until everything taken is durable or refused. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
        try {
            for (Lane lane : lanes) {
                lane.awaitEnd(END.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            watch.shutdownNow();
        }
    }
}
