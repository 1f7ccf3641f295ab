package crm.workbench.bench;

import crm.workbench.sample.SampleBatch;
import crm.workbench.sample.SampleSize;
import crm.workbench.sample.SampleWorld;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Pushes a sample world into a tenant, as any partner would, as far as the time goes. */
record WorldLoad(Product product, LocalDate today, Duration limit) {

    private static final long SEED = 2_026;
    private static final int BATCH = 1_000;
    private static final int CONNECTIONS = 4;

    /** How many records the tenant's log has now. */
    record Loaded(long records, Duration took, boolean complete) {
        String told() {
            double seconds = took.toNanos() / 1e9;
            return String.format(
                    Locale.ROOT,
                    "%,d records in %.0f s (%,.0f a second)%s",
                    records,
                    seconds,
                    records / seconds,
                    complete ? "" : ", broken off at the time limit");
        }
    }

    Loaded into(BenchmarkTenant tenant, SampleSize size) {
        Iterator<SampleBatch> batches = new SampleWorld(SEED, today, size).batches(BATCH);
        AtomicLong position = new AtomicLong();
        Load.Result result = new Load(product.ingest(), CONNECTIONS, limit).run(() -> next(batches, tenant), reply -> {
            reply.orFail(202);
            position.accumulateAndGet(reply.number("position"), Math::max);
        });
        return new Loaded(position.get(), result.took(), !batches.hasNext());
    }

    private static Optional<byte[]> next(Iterator<SampleBatch> batches, BenchmarkTenant tenant) {
        synchronized (batches) {
            if (!batches.hasNext()) {
                return Optional.empty();
            }
            SampleBatch batch = batches.next();
            return Optional.of(HttpConnection.post(
                    "/v1/" + batch.collection(), tenant.ingestKey(), "[" + String.join(",", batch.records()) + "]"));
        }
    }
}
