package crm.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** One thread and one connection that make the requests waiting at a moment durable together, group after group. */
final class Lane implements Progress {

    private final Capacity capacity;
    private final WaitingRequests queue = new WaitingRequests();
    private final AtomicLong sizeWaiting = new AtomicLong();
    private final GroupCommit commit;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile List<AppendRequest> inFlight = List.of();
    private volatile long lastSign = System.nanoTime();

    Lane(String name, DataSource database, Clock clock, Capacity capacity) {
        this.capacity = capacity;
        this.commit = new GroupCommit(new LaneConnection(database), clock, this);
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void append(AppendRequest request) {
        if (closed) {
            request.fail(new LogUnavailable(LogUnavailable.Reason.CLOSED));
        } else if (sizeWaiting.get() > capacity.sizeWaiting()) {
            request.fail(new LogUnavailable(LogUnavailable.Reason.OVERLOADED));
        } else {
            sizeWaiting.addAndGet(request.size());
            queue.add(request);
            if (ended) {
                refuseWaiting(LogUnavailable.Reason.CLOSED);
            }
        }
    }

    @Override
    public void made() {
        lastSign = System.nanoTime();
    }

    /** Tells everybody who waits, if the database has given no sign for too long. */
    void watch() {
        boolean silent = System.nanoTime() - lastSign > capacity.patience().toNanos();
        if (silent && !inFlight.isEmpty()) {
            inFlight.forEach(request -> request.fail(new LogUnavailable(LogUnavailable.Reason.DATABASE_SILENT)));
            refuseWaiting(LogUnavailable.Reason.DATABASE_SILENT);
        }
    }

    /** Takes no more, and ends when what waits is done. */
    void close() {
        closed = true;
    }

    void awaitEnd(long milliseconds) throws InterruptedException {
        thread.join(milliseconds);
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                List<AppendRequest> group = nextGroup();
                if (!group.isEmpty()) {
                    made();
                    inFlight = group;
                    commit.append(group);
                    inFlight = List.of();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            ended = true;
            refuseWaiting(LogUnavailable.Reason.CLOSED);
            commit.close();
        }
    }

    private List<AppendRequest> nextGroup() throws InterruptedException {
        AppendRequest request = queue.poll(100);
        List<AppendRequest> group = new ArrayList<>();
        int records = 0;
        long size = 0;
        while (request != null) {
            sizeWaiting.addAndGet(-request.size());
            group.add(request);
            records += request.batch().records();
            size += request.size();
            AppendRequest next = queue.peek();
            boolean fits = next != null
                    && records + next.batch().records() <= capacity.recordsInAGroup()
                    && size + next.size() <= capacity.sizeOfAGroup();
            request = fits ? queue.poll() : null;
        }
        return group;
    }

    private void refuseWaiting(LogUnavailable.Reason reason) {
        for (AppendRequest request : queue.drain()) {
            sizeWaiting.addAndGet(-request.size());
            request.fail(new LogUnavailable(reason));
        }
    }
}
