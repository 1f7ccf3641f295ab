package crm.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.tenant.TenantId;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitOrderTest {

    private static final TenantId ACME = new TenantId(4);
    private static final TenantId GLOBEX = new TenantId(5);
    private static final int WRITERS = 6;
    private static final int BATCHES = 60;

    private final DataSource database = LogDatabase.fresh();
    private final EventLog one = new EventLog(database, Clock.systemUTC());
    private final EventLog other = new EventLog(database, Clock.systemUTC());
    private final EventLogReader reader = new EventLogReader(database);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        one.close();
        other.close();
        threads.shutdownNow();
    }

    @Test
    void aReaderThatFollowsTwoInstancesNeverMissesAnEvent() throws Exception {
        long expected = 3L * WRITERS * BATCHES;
        List<Future<List<String>>> following =
                List.of(threads.submit(follow(ACME, expected)), threads.submit(follow(GLOBEX, expected)));

        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "w" + writer + "-";
            EventLog log = writer % 2 == 0 ? one : other;
            writing.add(threads.submit(() -> write(log, name)));
        }
        for (Future<?> writer : writing) {
            writer.get(60, TimeUnit.SECONDS);
        }

        for (Future<List<String>> followed : following) {
            assertThat(followed.get(60, TimeUnit.SECONDS))
                    .hasSize((int) expected)
                    .doesNotHaveDuplicates();
        }
        assertThat(reader.after(ACME, 0, 10_000))
                .extracting(LoggedEvent::position)
                .isEqualTo(LongStream.rangeClosed(1, expected).boxed().toList());
    }

    @Test
    void anOpenTransactionOnTheHeadMakesOthersWait() throws Exception {
        one.append(LogDatabase.batch(ACME, List.of(call("before")))).join();
        CompletableFuture<Receipt> waiting;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT position FROM log_head WHERE tenant = 4 FOR UPDATE");
            waiting = other.append(LogDatabase.batch(ACME, List.of(call("after"))));
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(reader.head(ACME)).isEqualTo(1);
            statement.execute("INSERT INTO event_log VALUES (4, 2, 'calls', 'between', 1, 1, FALSE, '{}')");
            statement.execute("UPDATE log_head SET position = 2 WHERE tenant = 4");
            connection.commit();
        }

        assertThat(waiting.get(10, TimeUnit.SECONDS).position()).isEqualTo(3);
        assertThat(reader.after(ACME, 0, 10))
                .extracting(LoggedEvent::recordId)
                .containsExactly("before", "between", "after");
    }

    @Test
    void aTenantWhoseHeadIsHeldForLongIsRefusedAndOthersAreNot() throws Exception {
        one.append(LogDatabase.batch(ACME, List.of(call("before")))).join();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT position FROM log_head WHERE tenant = 4 FOR UPDATE");
            Instant asked = Instant.now();

            assertThat(other.append(LogDatabase.batch(ACME, List.of(call("refused")))))
                    .failsWithin(Duration.ofSeconds(4))
                    .withThrowableThat()
                    .withCauseInstanceOf(LogUnavailable.class);

            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
            assertThat(other.append(LogDatabase.batch(GLOBEX, List.of(call("elsewhere")))))
                    .succeedsWithin(Duration.ofSeconds(2));
        }

        other.append(LogDatabase.batch(ACME, List.of(call("refused"), call("after"))))
                .get(10, TimeUnit.SECONDS);
        assertThat(reader.after(ACME, 0, 10))
                .extracting(LoggedEvent::recordId)
                .containsExactly("before", "refused", "after");
    }

    private void write(EventLog log, String writer) {
        for (int batch = 0; batch < BATCHES; batch++) {
            String name = writer + batch;
            CompletableFuture<Receipt> acme =
                    log.append(LogDatabase.batch(ACME, List.of(call(name + "a"), call(name + "b"), call(name + "c"))));
            log.append(LogDatabase.batch(GLOBEX, List.of(call(name + "a"), call(name + "b"), call(name + "c"))))
                    .join();
            acme.join();
        }
    }

    /** Reads on from the last position seen, as the loader does, and expects the next one each time. */
    private Callable<List<String>> follow(TenantId tenant, long expected) {
        return () -> {
            List<String> seen = new ArrayList<>();
            long position = 0;
            while (position < expected) {
                for (LoggedEvent event : reader.after(tenant, position, 7)) {
                    assertThat(event.position()).isEqualTo(++position);
                    seen.add(event.recordId());
                }
            }
            return seen;
        };
    }

    private static Event call(String id) {
        return new Event("calls", id, null, false, "{}");
    }
}
