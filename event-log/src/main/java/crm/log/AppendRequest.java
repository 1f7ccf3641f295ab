package crm.log;

import crm.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Events that wait to become durable together, and the receipt their sender waits for.
 *
 * @param size about as many bytes as they take
 */
record AppendRequest(TenantId tenant, List<Event> events, long size, CompletableFuture<Receipt> receipt) {

    private static final int SIZE_OF_AN_EVENT = 100;

    static AppendRequest of(TenantId tenant, List<Event> events) {
        long size = 0;
        for (Event event : events) {
            size += SIZE_OF_AN_EVENT + event.recordId().length() + event.data().length();
        }
        return new AppendRequest(tenant, List.copyOf(events), size, new CompletableFuture<>());
    }

    void fail(RuntimeException why) {
        receipt.completeExceptionally(why);
    }
}
