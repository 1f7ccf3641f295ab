package crm.log;

import static org.assertj.core.api.Assertions.assertThat;

import crm.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose request is next while many wait. */
class WaitingRequestsTest {

    private static final TenantId HOT = new TenantId(1);
    private static final TenantId QUIET = new TenantId(2);
    private static final TenantId CALM = new TenantId(3);

    private final WaitingRequests waiting = new WaitingRequests();

    @Test
    void tenantsTakeTurnsAndEachOnesRequestsKeepTheirOrder() {
        for (int number = 1; number <= 3; number++) {
            add(HOT, "hot-" + number);
        }
        add(QUIET, "quiet-1");
        add(CALM, "calm-1");
        add(CALM, "calm-2");

        assertThat(ids(waiting.drain())).containsExactly("hot-1", "quiet-1", "calm-1", "hot-2", "calm-2", "hot-3");
        assertThat(waiting.isEmpty()).isTrue();
    }

    @Test
    void whoComesLateWaitsBehindOneRequestOfEachOther() {
        for (int number = 1; number <= 50; number++) {
            add(HOT, "hot-" + number);
        }
        waiting.poll();
        add(QUIET, "quiet-1");

        assertThat(id(waiting.poll())).isEqualTo("hot-2");
        assertThat(id(waiting.peek())).isEqualTo("quiet-1");
        assertThat(id(waiting.poll())).isEqualTo("quiet-1");
    }

    @Test
    void whoeverTakesWaitsForTheFirst() throws Exception {
        assertThat(waiting.poll()).isNull();
        assertThat(waiting.poll(1)).isNull();
        CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> {
            try {
                return id(waiting.poll(10_000));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });

        add(QUIET, "quiet-1");

        assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo("quiet-1");
    }

    private void add(TenantId tenant, String id) {
        waiting.add(AppendRequest.of(LogDatabase.batch(tenant, List.of(new Event("deals", id, null, false, "{}")))));
    }

    private static List<String> ids(List<AppendRequest> requests) {
        return new ArrayList<>(requests.stream().map(WaitingRequestsTest::id).toList());
    }

    private static String id(@Nullable AppendRequest request) {
        return request == null ? "none" : request.batch().events().getFirst().recordId();
    }
}
