package crm.log;

import crm.tenant.TenantId;
import java.util.concurrent.CompletableFuture;

/**
 * A batch that waits to become durable, and the receipt its sender waits for.
 *
 * @param size about as many bytes as it takes
 */
record AppendRequest(Batch batch, long size, CompletableFuture<Receipt> receipt) {

    private static final int SIZE_OF_A_RECORD = 100;

    static AppendRequest of(Batch batch) {
        long size = (long) SIZE_OF_A_RECORD * batch.records();
        for (Event event : batch.events()) {
            size += event.recordId().length() + event.data().length();
        }
        for (Refusal refusal : batch.refusals()) {
            size += refusal.size();
        }
        return new AppendRequest(batch, size, new CompletableFuture<>());
    }

    TenantId tenant() {
        return batch.sender().tenant();
    }

    void fail(RuntimeException why) {
        receipt.completeExceptionally(why);
    }
}
