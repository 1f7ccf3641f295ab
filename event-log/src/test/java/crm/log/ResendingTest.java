package crm.log;

import static org.assertj.core.api.Assertions.assertThat;

import crm.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ResendingTest {

    private static final DataSource DATABASE = LogDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE, Clock.systemUTC());
    private static final EventLogReader READER = new EventLogReader(DATABASE);
    private static final AtomicLong TENANTS = new AtomicLong(1_000);

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void aBatchSentManyTimesInParallelAndShuffledIsStoredOnce() {
        TenantId tenant = newTenant();
        List<Event> batch = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            Instant version = number % 3 == 0 ? null : Instant.ofEpochSecond(1_000 + number);
            batch.add(new Event("deals", "d-" + number, version, false, "{\"number\":" + number + "}"));
        }

        List<CompletableFuture<Receipt>> sent = new ArrayList<>();
        for (int time = 0; time < 12; time++) {
            List<Event> shuffled = new ArrayList<>(batch);
            Collections.shuffle(shuffled, new Random(time));
            sent.add(LOG.append(LogDatabase.batch(tenant, shuffled)));
        }

        Map<Receipt.Outcome, Long> outcomes = sent.stream()
                .flatMap(receipt -> receipt.join().outcomes().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(outcomes)
                .containsOnly(
                        Map.entry(Receipt.Outcome.ACCEPTED, 300L), Map.entry(Receipt.Outcome.DUPLICATE, 11L * 300));
        assertThat(READER.after(tenant, 0, 10_000)).hasSize(300);
    }

    @Test
    void aBatchIsRecognisedAfterARestart() {
        TenantId tenant = newTenant();
        List<Event> batch = List.of(
                new Event("deals", "d", Instant.ofEpochSecond(5), false, "{\"amount\":1}"),
                new Event("calls", "c", null, false, "{}"));
        try (EventLog before = new EventLog(DATABASE, Clock.systemUTC())) {
            before.append(LogDatabase.batch(tenant, batch)).join();
        }

        try (EventLog after = new EventLog(DATABASE, Clock.systemUTC())) {
            assertThat(after.append(LogDatabase.batch(tenant, batch)).join().outcomes())
                    .containsOnly(Receipt.Outcome.DUPLICATE);
        }
        assertThat(READER.head(tenant)).isEqualTo(2);
    }

    @Test
    void anOlderClockDoesNotMakeALaterChangeOld() {
        TenantId tenant = newTenant();
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        LOG.append(LogDatabase.batch(tenant, List.of(new Event("deals", "d", null, false, "1"))))
                .join();

        try (EventLog behind = new EventLog(DATABASE, slow)) {
            behind.append(LogDatabase.batch(tenant, List.of(new Event("deals", "d", null, false, "2"))))
                    .join();
        }

        assertThat(READER.versions(tenant, "deals", "d"))
                .extracting(LoggedEvent::data)
                .containsExactly("1", "2");
    }

    private static TenantId newTenant() {
        return new TenantId(TENANTS.incrementAndGet());
    }
}
