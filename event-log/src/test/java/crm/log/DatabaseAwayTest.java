package crm.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.tenant.TenantId;
import crm.workbench.database.DatabaseSettings;
import crm.workbench.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // each test begins with a server of its own
class DatabaseAwayTest {

    private static final TenantId ACME = new TenantId(4);

    @TempDir
    private Path directory;

    private EmbeddedDatabase server;
    private EventLog log;
    private EventLogReader reader;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedDatabase.start(
                DatabaseSettings.in(directory.resolve("data")).withBufferPoolMegabytes(32));
        DataSource database = LogDatabase.migrated(server, server.freshDatabase());
        log = new EventLog(database, Clock.systemUTC());
        reader = new EventLogReader(database);
    }

    @AfterEach
    void stop() {
        log.close();
        server.close();
    }

    @Test
    void appendingFailsSoonAndWorksAgainWhenTheDatabaseIsBack() throws Exception {
        log.append(LogDatabase.batch(ACME, List.of(call("before")))).join();
        server.stop();

        assertThat(log.append(LogDatabase.batch(ACME, List.of(call("refused")))))
                .failsWithin(Duration.ofSeconds(2))
                .withThrowableThat()
                .withCauseInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> reader.head(ACME)).isInstanceOf(LogUnavailable.class);

        server.restart();
        assertThat(log.append(LogDatabase.batch(ACME, List.of(call("after"))))
                        .get(5, TimeUnit.SECONDS)
                        .position())
                .isEqualTo(2);
    }

    @Test
    void aRestartBetweenTwoAppendsIsNotNoticed() throws Exception {
        log.append(LogDatabase.batch(ACME, List.of(call("before")))).join();

        server.stop();
        server.restart();

        assertThat(log.append(LogDatabase.batch(ACME, List.of(call("after"))))
                        .get(5, TimeUnit.SECONDS)
                        .position())
                .isEqualTo(2);
    }

    @Test
    void aDatabaseThatFallsSilentIsGivenUpWithinTwoSeconds() throws Exception {
        log.append(LogDatabase.batch(ACME, List.of(call("before")))).join();
        long pid = server.handle().pid();
        signal("STOP", pid);
        try {
            assertThat(log.append(LogDatabase.batch(ACME, List.of(call("during")))))
                    .failsWithin(Duration.ofSeconds(2))
                    .withThrowableThat()
                    .withCauseInstanceOf(LogUnavailable.class);
        } finally {
            signal("CONT", pid);
        }

        assertThat(log.append(LogDatabase.batch(ACME, List.of(call("during"), call("after"))))
                        .get(15, TimeUnit.SECONDS)
                        .position())
                .isEqualTo(3);
    }

    @Test
    void whatWasAcknowledgedOutlivesAKilledDatabase() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        Set<String> sent = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            AtomicBoolean killed = new AtomicBoolean();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<Ledger>> clients = new ArrayList<>();
                for (int client = 0; client < 4; client++) {
                    clients.add(threads.submit(client("r" + round + "c" + client + "-", killed)));
                }
                Thread.sleep(400L + 150 * round);
                server.kill();
                killed.set(true);
                for (Future<Ledger> client : clients) {
                    acknowledged.addAll(client.get().acknowledged());
                    sent.addAll(client.get().sent());
                }
            }
            server.restart();
        }

        List<LoggedEvent> stored = reader.after(ACME, 0, 1_000_000);

        assertThat(acknowledged).isNotEmpty();
        assertThat(stored).extracting(LoggedEvent::recordId).doesNotHaveDuplicates();
        assertThat(sent).containsAll(stored.stream().map(LoggedEvent::recordId).toList());
        assertThat(stored.stream().map(LoggedEvent::recordId).toList()).containsAll(acknowledged);
        assertThat(stored.getLast().position()).isEqualTo(stored.size());
    }

    /** What a client sent, and what of it was acknowledged. */
    private record Ledger(Set<String> sent, Set<String> acknowledged) {}

    private Callable<Ledger> client(String name, AtomicBoolean killed) {
        return () -> {
            Ledger ledger = new Ledger(new HashSet<>(), new HashSet<>());
            for (int number = 0; !killed.get(); number++) {
                String id = name + number;
                ledger.sent().add(id);
                try {
                    log.append(LogDatabase.batch(ACME, List.of(call(id)))).get();
                    ledger.acknowledged().add(id);
                } catch (ExecutionException | CompletionException unknown) {
                    assertThat(unknown).hasCauseInstanceOf(LogUnavailable.class);
                }
            }
            return ledger;
        };
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Event call(String id) {
        return new Event("calls", id, null, false, "{}");
    }
}
