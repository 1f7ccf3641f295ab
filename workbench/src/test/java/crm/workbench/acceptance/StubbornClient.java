package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** Pushes batches one after the other whatever happens to the product, and sends half of the lost ones again. */
final class StubbornClient implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_DEALS = 20;

    private final Api ingest;
    private final Ledger ledger;
    private final AtomicBoolean goOn;
    private final Random random;

    StubbornClient(Api ingest, Ledger ledger, AtomicBoolean goOn, long seed) {
        this.ingest = ingest;
        this.ledger = ledger;
        this.goOn = goOn;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (goOn.get()) {
            push(ledger.newDeals(1 + random.nextInt(MOST_DEALS), random));
            Waiting.pause(Duration.ofMillis(random.nextInt(200)));
        }
    }

    private void push(List<ObjectNode> deals) {
        boolean acknowledged = isAcknowledged(deals);
        boolean persistent = random.nextBoolean();
        while (!acknowledged && persistent && goOn.get()) {
            Waiting.pause(Duration.ofMillis(50));
            acknowledged = isAcknowledged(deals);
        }
        if (acknowledged) {
            ledger.acknowledge(deals);
        }
    }

    private boolean isAcknowledged(List<ObjectNode> deals) {
        try {
            Reply reply = ingest.post("/v1/deals", JSON.createArrayNode().addAll(deals));
            if (reply.status() != 202 && reply.status() != 503) {
                throw new IllegalStateException("neither taken nor away: " + reply);
            }
            return reply.status() == 202;
        } catch (UncheckedIOException unreachable) {
            return false;
        }
    }
}
