package crm.log;

import static crm.log.Receipt.Outcome.ACCEPTED;
import static crm.log.Receipt.Outcome.CONFLICT;
import static crm.log.Receipt.Outcome.DUPLICATE;
import static crm.log.Receipt.Outcome.GONE;
import static crm.log.Receipt.Outcome.HELD_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import crm.tenant.Sender;
import crm.tenant.TenantId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refused records and counts, durable together with the accepted rows. */
class KeptRefusalsTest {

    private static final Sender ACME = new Sender(new TenantId(7), "k1");
    private static final Sender ACME_TOO = new Sender(new TenantId(7), "k2");
    private static final Sender GLOBEX = new Sender(new TenantId(8), "k3");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00.000001Z");
    private static final Clock LATE = Clock.fixed(Instant.parse("2026-03-05T23:59:59Z"), ZoneOffset.UTC);

    private final DataSource database = LogDatabase.fresh();
    private final EventLog log = new EventLog(database, LATE);
    private final EventLogReader reader = new EventLogReader(database);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aRefusalIsKeptWithWhatWasSentAndWhatIsWrong() throws SQLException {
        append(ACME, List.of(deal("a", "{}")), refusal("b", "{\"id\":\"b\",\"é😀\":1}"));

        assertThat(LogDatabase.rows(
                        database,
                        "SELECT tenant, id, key_id, collection, record_id, codes, errors, payload FROM rejection"))
                .containsExactly(
                        "7 1 k1 deals b  missing unknown_field  [{\"code\":\"missing\"}] {\"id\":\"b\",\"é😀\":1}");
    }

    @Test
    void idsCountWithinTheTenantInTheOrderOfCommit() throws SQLException {
        append(ACME, List.of(), refusal("a", "1"), refusal("b", "2"));
        append(GLOBEX, List.of(), refusal("c", "3"));
        append(ACME_TOO, List.of(), refusal("d", "4"));

        assertThat(LogDatabase.rows(database, "SELECT tenant, id, payload FROM rejection ORDER BY tenant, id"))
                .containsExactly("7 1 1", "7 2 2", "7 3 4", "8 1 3");
    }

    @Test
    void aConflictIsKeptAsTheRecordThatWasSent() throws SQLException {
        append(ACME, List.of(deal("d\"1", "{\"amount\":1}"), deal("e", "{}")));
        append(ACME, List.of(deal("d\"1", "{\"amount\":2}"), deal("e", "{\"amount\":3}")));

        assertThat(LogDatabase.rows(database, "SELECT codes, payload FROM rejection ORDER BY id"))
                .containsExactly(
                        " version_conflict  {\"id\":\"d\\\"1\",\"updatedAt\":\"2026-03-02T09:00:00.000001Z\",\"amount\":2}",
                        " version_conflict  {\"id\":\"e\",\"updatedAt\":\"2026-03-02T09:00:00.000001Z\",\"amount\":3}");
    }

    @Test
    void takingBackThatIsRefusedIsCountedAndNotKept() throws SQLException {
        append(ACME, List.of(deal("d", "{}")));
        append(ACME, List.of(new Event("deals", "d", MONDAY, true, "{}")));

        assertThat(LogDatabase.rows(database, "SELECT * FROM rejection")).isEmpty();
        assertThat(counts()).containsExactly("7 2026-03-05 k1 deals 2 1 0 1");
    }

    @Test
    void countsAreByDayKeyAndCollection() throws SQLException {
        append(ACME, List.of(deal("a", "{}"), deal("a", "{}"), call("a")), refusal("b", "{}"));
        append(ACME, List.of(deal("a", "{}")));
        append(ACME_TOO, List.of(deal("a", "{\"amount\":1}")));
        append(GLOBEX, List.of(), refusal("b", "{}"));
        append(GLOBEX, List.of());

        assertThat(counts())
                .containsExactly(
                        "7 2026-03-05 k1 calls 1 1 0 0",
                        "7 2026-03-05 k1 deals 4 1 2 1",
                        "7 2026-03-05 k2 deals 1 0 0 1",
                        "8 2026-03-05 k3 deals 1 0 0 1");
    }

    @Test
    void manyRefusalsAreOneTransaction() throws SQLException {
        append(
                ACME,
                List.of(),
                IntStream.range(0, 1_000)
                        .mapToObj(number -> refusal("r" + number, "{\"n\":" + number + "}"))
                        .toArray(Refusal[]::new));

        assertThat(LogDatabase.rows(database, "SELECT count(*), min(id), max(id) FROM rejection"))
                .containsExactly("1000 1 1000");
        assertThat(counts()).containsExactly("7 2026-03-05 k1 deals 1000 0 0 1000");
    }

    @Test
    void anAtomicBatchWithARefusalLeavesNothing() throws SQLException {
        Receipt receipt = atomic(ACME, List.of(deal("a", "{}"), deal("b", "{}")), refusal("c", "{}"));

        assertThat(receipt).isEqualTo(new Receipt(0, List.of(HELD_BACK, HELD_BACK)));
        assertThat(reader.after(ACME.tenant(), 0, 10)).isEmpty();
        assertThat(LogDatabase.rows(database, "SELECT * FROM rejection")).isEmpty();
        assertThat(counts()).containsExactly("7 2026-03-05 k1 deals 3 0 0 3");
    }

    @Test
    void anAtomicBatchWithAConflictLeavesNothing() throws SQLException {
        append(ACME, List.of(deal("a", "{}")));

        Receipt receipt = atomic(ACME, List.of(deal("b", "{}"), deal("a", "{\"amount\":1}"), deal("a", "{}")));

        assertThat(receipt).isEqualTo(new Receipt(1, List.of(HELD_BACK, CONFLICT, HELD_BACK)));
        assertThat(reader.after(ACME.tenant(), 0, 10)).hasSize(1);
        assertThat(LogDatabase.rows(database, "SELECT * FROM rejection")).isEmpty();
        assertThat(counts()).containsExactly("7 2026-03-05 k1 deals 4 1 0 3");
    }

    @Test
    void aSoundAtomicBatchIsStoredWhole() {
        assertThat(atomic(ACME, List.of(deal("a", "{}"), deal("a", "{}"))).outcomes())
                .containsExactly(ACCEPTED, DUPLICATE);
    }

    @Test
    void anAtomicBatchThatIsRefusedDoesNotHarmOthersOfTheSameGroup() throws Exception {
        append(ACME, List.of(deal("a", "{}")));
        CompletableFuture<Receipt> refused;
        CompletableFuture<Receipt> sound;
        CompletableFuture<Receipt> same;
        try (var held = database.getConnection();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("SELECT * FROM log_head WHERE tenant = 7 FOR UPDATE");
            var unused = log.append(LogDatabase.batch(ACME.tenant(), List.of(call("first"))));
            Thread.sleep(100);
            refused = log.append(batch(ACME, true, List.of(deal("b", "{\"amount\":1}"), deal("a", "{\"amount\":1}"))));
            sound = log.append(batch(ACME, true, List.of(deal("b", "{\"amount\":2}"))));
            same = log.append(batch(ACME, false, List.of(deal("b", "{\"amount\":1}"), deal("c", "{}"))));
            held.rollback();
        }

        assertThat(refused.get().outcomes()).containsExactly(HELD_BACK, CONFLICT);
        assertThat(sound.get().outcomes()).containsExactly(ACCEPTED);
        assertThat(same.get().outcomes()).containsExactly(CONFLICT, ACCEPTED);
        assertThat(reader.after(ACME.tenant(), 0, 10))
                .extracting(LoggedEvent::recordId)
                .containsExactly("a", "first", "b", "c");
    }

    @Test
    void aReplayThatIsTakenRemovesTheRefusalAndASecondOneDoesNothing() throws SQLException {
        append(ACME, List.of(), refusal("a", "{}"));
        Batch replay = replay(1, 0, List.of(deal("a", "{}")));

        List<CompletableFuture<Receipt>> receipts =
                IntStream.range(0, 10).mapToObj(ignored -> log.append(replay)).toList();

        assertThat(receipts.stream().map(receipt -> receipt.join().outcomes().getFirst()))
                .containsOnlyOnce(ACCEPTED)
                .filteredOn(outcome -> outcome == GONE)
                .hasSize(9);
        assertThat(LogDatabase.rows(database, "SELECT * FROM rejection")).isEmpty();
        assertThat(reader.head(ACME.tenant())).isEqualTo(1);
        assertThat(counts()).containsExactly("7 2026-03-05 k1 deals 2 1 0 1");
    }

    @Test
    void aReplayOfAnotherRevisionDoesNothing() throws SQLException {
        append(ACME, List.of(), refusal("a", "{}"));

        assertThat(log.append(replay(1, 1, List.of(deal("a", "{}")))).join().outcomes())
                .containsExactly(GONE);
        assertThat(LogDatabase.rows(database, "SELECT id FROM rejection")).containsExactly("1");
    }

    @Test
    void aReplayThatIsRefusedAgainKeepsItsIdWithWhatIsWrongToday() throws SQLException {
        append(ACME, List.of(), refusal("a", "{}"), refusal("b", "{}"));
        Refusal today = new Refusal("deals", "a", "{}", new TreeSet<>(List.of("too_long")), "[]");
        log.append(new Batch(ACME, List.of(), List.of(today), false, 0, new Batch.Replay(1, 0)))
                .join();

        assertThat(LogDatabase.rows(database, "SELECT id, codes, errors, payload FROM rejection ORDER BY id"))
                .containsExactly("1  too_long  [] {}", "2  missing unknown_field  [{\"code\":\"missing\"}] {}");
    }

    private List<String> counts() throws SQLException {
        return LogDatabase.rows(database, "SELECT * FROM reconciliation");
    }

    private Receipt append(Sender sender, List<Event> events, Refusal... refusals) {
        return log.append(batch(sender, false, events, refusals)).join();
    }

    private Receipt atomic(Sender sender, List<Event> events, Refusal... refusals) {
        return log.append(batch(sender, true, events, refusals)).join();
    }

    private static Batch batch(Sender sender, boolean atomic, List<Event> events, Refusal... refusals) {
        return new Batch(sender, events, List.of(refusals), atomic, 0, null);
    }

    private static Batch replay(long id, int revision, List<Event> events) {
        return new Batch(ACME, events, List.of(), false, 0, new Batch.Replay(id, revision));
    }

    private static Refusal refusal(@Nullable String id, String payload) {
        return new Refusal(
                "deals", id, payload, new TreeSet<>(List.of("unknown_field", "missing")), "[{\"code\":\"missing\"}]");
    }

    private static Event deal(String id, String data) {
        return new Event("deals", id, MONDAY, false, data);
    }

    private static Event call(String id) {
        return new Event("calls", id, MONDAY, false, "{}");
    }
}
