package crm.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import crm.tenant.Sender;
import crm.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a batch brings along becomes durable with it, or neither does. */
class CompanionTest {

    private static final Sender SENDER = new Sender(new TenantId(17), "key");

    private final DataSource database = LogDatabase.fresh();
    private final EventLog log = new EventLog(database, Clock.systemUTC());

    @BeforeEach
    void makeTable() throws SQLException {
        LogDatabase.execute(database, "CREATE TABLE beside (accepted INT NOT NULL)");
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void bothAreStoredOnceAlsoWhereTheTransactionIsBegunAgain() throws Exception {
        append(deal("d-1"), CompanionTest::countAccepted).get();

        Batch partlyKnown = new Batch(SENDER, List.of(deal("d-1"), deal("d-2")), List.of(), false, 0, null)
                .with(CompanionTest::countAccepted);
        log.append(partlyKnown).get();

        assertThat(LogDatabase.rows(database, "SELECT accepted FROM beside")).containsExactly("1", "1");
    }

    @Test
    void aSupersededBatchLeavesNothingAndHarmsNoOther() throws Exception {
        List<CompletableFuture<Receipt>> others = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            others.add(log.append(Batch.of(SENDER, List.of(deal("other-" + number)))));
        }
        CompletableFuture<Receipt> superseded = append(deal("d-1"), (connection, receipt) -> {
            throw new Superseded("somebody else was quicker");
        });
        others.add(log.append(Batch.of(SENDER, List.of(deal("last")))));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(superseded::get)
                .withCauseInstanceOf(Superseded.class);
        for (CompletableFuture<Receipt> other : others) {
            assertThat(other.get().outcomes()).containsExactly(Receipt.Outcome.ACCEPTED);
        }
        assertThat(LogDatabase.rows(database, "SELECT COUNT(*) FROM event_log")).containsExactly("51");
        assertThat(LogDatabase.rows(database, "SELECT SUM(received) FROM reconciliation"))
                .containsExactly("51");
    }

    @Test
    void nobodyIsAskedWhereTheLogWasRewrittenMeanwhile() throws Exception {
        new LogRewriter(database).beginGeneration(SENDER.tenant());
        Companion never = (connection, receipt) -> {
            throw new AssertionError("it was asked");
        };

        assertThat(append(deal("d-1"), never).get().isStale()).isTrue();

        Batch fresh = new Batch(SENDER, List.of(deal("d-1")), List.of(), false, 1, null);
        assertThat(log.append(fresh).get().position()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedBesideACompanionIsCountedAndLeftToIt() throws Exception {
        Refusal refusal = new Refusal("deals", null, null, new TreeSet<>(), "[]");
        log.append(new Batch(SENDER, List.of(), List.of(refusal), false, 0, null).with((connection, receipt) -> {}))
                .get();

        assertThat(LogDatabase.rows(database, "SELECT SUM(rejected) FROM reconciliation"))
                .containsExactly("1");
        assertThat(LogDatabase.rows(database, "SELECT COUNT(*) FROM rejection")).containsExactly("0");
    }

    private CompletableFuture<Receipt> append(Event event, Companion companion) {
        return log.append(new Batch(SENDER, List.of(event), List.of(), false, 0, null).with(companion));
    }

    private static Event deal(String id) {
        return new Event("deals", id, null, false, "{}");
    }

    private static void countAccepted(Connection connection, Receipt receipt) throws SQLException {
        long accepted = receipt.outcomes().stream()
                .filter(Receipt.Outcome.ACCEPTED::equals)
                .count();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO beside VALUES (" + accepted + ")");
        }
    }
}
