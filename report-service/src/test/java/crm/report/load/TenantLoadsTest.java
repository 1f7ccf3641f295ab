package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.store.DuckDbStore;
import crm.log.LogReader;
import crm.log.LoggedEvent;
import crm.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TenantLoadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicBoolean flowing = new AtomicBoolean(true);

    @Test
    @Timeout(90)
    void whoeverWaitsIsToldWhileEventsKeepFlowingIn() throws InterruptedException {
        try (DuckDbStore store = Stores.empty();
                TenantLoads loads = loads(store)) {
            loads.reach(ListLog.ACME, 1);

            boolean told = loads.await(ListLog.ACME, 3, PATIENCE);

            assertThat(told).isTrue();
            assertThat(flowing).as("more was still to come").isTrue();
            flowing.set(false);
        }
    }

    @Test
    void nobodyIsToldBeforeItIsThere() throws InterruptedException {
        flowing.set(false);
        try (DuckDbStore store = Stores.empty();
                TenantLoads loads = loads(store)) {
            loads.reach(ListLog.ACME, 1);

            assertThat(loads.await(ListLog.ACME, 1, Duration.ofMillis(50))).isFalse();
        }
    }

    private TenantLoads loads(DuckDbStore store) {
        return new TenantLoads(
                new FactLoader(new EndlessLog(), store, tenant -> Stores.BRUSSELS), store, 1, Duration.ofSeconds(1));
    }

    /** Another call whenever it is asked, as long as they flow. */
    private final class EndlessLog implements LogReader {
        @Override
        public Map<TenantId, Long> headsOfAllTenants() {
            return Map.of(ListLog.ACME, 1L);
        }

        @Override
        public List<LoggedEvent> after(TenantId tenant, long position, int limit) {
            if (!flowing.get()) {
                return List.of();
            }
            Instant received = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(position);
            return List.of(new LoggedEvent(
                    position + 1,
                    "calls",
                    "call-" + position,
                    received,
                    received,
                    false,
                    false,
                    "{\"startedAt\":\"2026-05-31T10:00:00Z\"}"));
        }
    }
}
