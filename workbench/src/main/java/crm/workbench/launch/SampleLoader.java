package crm.workbench.launch;

import com.fasterxml.jackson.databind.JsonNode;
import crm.workbench.sample.SampleBatch;
import crm.workbench.sample.SampleSize;
import crm.workbench.sample.SampleWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Pushes a sample world through the front door, over a few connections at once. */
final class SampleLoader {

    private static final long SEED = 2_026;
    private static final int BATCH = 1_000;
    private static final int CONNECTIONS = 4;
    private static final int ATTEMPTS = 30;

    private final ServiceClient ingest;
    private final Screen screen;
    private final SampleSize size;
    private final Iterator<SampleBatch> batches;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong position = new AtomicLong();
    private final long startedAt = System.nanoTime();

    SampleLoader(ServiceClient ingest, Screen screen, LocalDate today, SampleSize size) {
        this.ingest = ingest;
        this.screen = screen;
        this.size = size;
        this.batches = new SampleWorld(SEED, today, size).batches(BATCH);
    }

    /** Loads everything and tells the position of the last record in the tenant's log. */
    long load() {
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> pushers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                pushers.add(connections.submit(this::pushUntilEmpty));
            }
            for (Future<?> pusher : pushers) {
                await(pusher);
            }
        }
        double seconds = seconds();
        screen.done(String.format(
                "%,d records loaded in %.0f s (%,.0f a second)", taken.get(), seconds, taken.get() / seconds));
        return position.get();
    }

    private void pushUntilEmpty() {
        for (Optional<SampleBatch> batch = next(); batch.isPresent(); batch = next()) {
            push(batch.get());
        }
    }

    private synchronized Optional<SampleBatch> next() {
        return batches.hasNext() ? Optional.of(batches.next()) : Optional.empty();
    }

    private void push(SampleBatch batch) {
        String body = "[" + String.join(",", batch.records()) + "]";
        for (int attempt = 1; ; attempt++) {
            ServiceClient.Answer answer = ingest.post("/v1/" + batch.collection(), body);
            if (answer.status() == 202) {
                count(batch, answer.body());
                return;
            }
            boolean busy = answer.status() == 503 || answer.status() == 429;
            if (!busy || attempt == ATTEMPTS) {
                throw new LaunchFailed("records of " + batch.collection() + " were refused (" + answer.status() + "): "
                        + answer.body());
            }
            Pause.milliseconds(500);
        }
    }

    private void count(SampleBatch batch, JsonNode answer) {
        long done = taken.addAndGet(batch.records().size());
        position.accumulateAndGet(answer.required("position").asLong(), Math::max);
        screen.progress("loading the sample world", done, size.expectedRecords(), done / seconds());
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private static void await(Future<?> pusher) {
        try {
            pusher.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof LaunchFailed told
                    ? told
                    : new LaunchFailed("loading failed: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", interrupted);
        }
    }
}
