package crm.log;

import static crm.log.Receipt.Outcome.ACCEPTED;
import static crm.log.Receipt.Outcome.CONFLICT;
import static crm.log.Receipt.Outcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import crm.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppendTest {

    private static final TenantId ACME = new TenantId(7);
    private static final TenantId GLOBEX = new TenantId(8);
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00.000001Z");

    private final DataSource database = LogDatabase.fresh();
    private final EventLog log = new EventLog(database, Clock.systemUTC());
    private final EventLogReader reader = new EventLogReader(database);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anEventIsReadBackAsItWasAppended() {
        append(ACME, deal("d-1", TUESDAY, "{\"name\":\"Zoë 🚀\"}"));

        LoggedEvent read = reader.after(ACME, 0, 10).getFirst();

        assertThat(read)
                .isEqualTo(new LoggedEvent(
                        1, "deals", "d-1", TUESDAY, read.receivedAt(), false, false, "{\"name\":\"Zoë 🚀\"}"));
    }

    @Test
    void positionsOfATenantStartAtOneAndHaveNoGaps() {
        append(ACME, deal("a", MONDAY, "{}"), deal("b", MONDAY, "{}"));
        append(GLOBEX, deal("a", MONDAY, "{}"));
        append(ACME, deal("a", MONDAY, "{}"), deal("c", MONDAY, "{}"));

        assertThat(reader.after(ACME, 0, 10)).extracting(LoggedEvent::position).containsExactly(1L, 2L, 3L);
        assertThat(reader.after(GLOBEX, 0, 10))
                .extracting(LoggedEvent::recordId)
                .containsExactly("a");
    }

    @Test
    void theReceiptNamesThePositionThatHoldsTheBatch() {
        append(ACME, deal("a", MONDAY, "{}"), deal("b", MONDAY, "{}"));

        Receipt again = append(ACME, deal("a", MONDAY, "{}"));

        assertThat(again).isEqualTo(new Receipt(2, List.of(DUPLICATE)));
    }

    @Test
    void theHeadIsTheLastPosition() {
        append(ACME, deal("a", MONDAY, "{}"), deal("b", MONDAY, "{}"));

        assertThat(reader.head(ACME)).isEqualTo(2);
        assertThat(reader.head(GLOBEX)).isZero();
        assertThat(reader.headsOfAllTenants()).containsOnlyKeys(ACME);
    }

    @Test
    void theSameVersionWithOtherContentIsAConflict() {
        append(ACME, deal("d", MONDAY, "{\"amount\":1}"));

        assertThat(append(ACME, deal("d", MONDAY, "{\"amount\":2}")).outcomes()).containsExactly(CONFLICT);
        assertThat(append(ACME, deal("e", MONDAY, "{\"amount\":1}"), deal("e", MONDAY, "{\"amount\":2}"))
                        .outcomes())
                .containsExactly(ACCEPTED, CONFLICT);
        assertThat(reader.after(ACME, 0, 10)).hasSize(2);
    }

    @Test
    void aRecordWithTwoVersionsIsRevised() {
        append(
                ACME,
                deal("d", TUESDAY, "{\"amount\":2}"),
                deal("d", MONDAY, "{\"amount\":1}"),
                deal("e", MONDAY, "{}"));

        assertThat(reader.after(ACME, 0, 10)).extracting(LoggedEvent::revised).containsExactly(true, true, false);
        assertThat(reader.versions(ACME, "deals", "d"))
                .extracting(LoggedEvent::data)
                .containsExactly("{\"amount\":1}", "{\"amount\":2}");
    }

    @Test
    void withoutAVersionTheSameIsADuplicateAndAChangeIsANewVersion() {
        assertThat(append(ACME, deal("d", "{\"amount\":1}"), deal("d", "{\"amount\":1}"))
                        .outcomes())
                .containsExactly(ACCEPTED, DUPLICATE);
        assertThat(append(ACME, deal("d", "{\"amount\":1}"), deal("d", "{\"amount\":2}"))
                        .outcomes())
                .containsExactly(DUPLICATE, ACCEPTED);
        assertThat(append(ACME, deal("d", "{\"amount\":2}")).outcomes()).containsExactly(DUPLICATE);
        assertThat(append(ACME, deal("d", "{\"amount\":1}")).outcomes()).containsExactly(ACCEPTED);

        assertThat(reader.versions(ACME, "deals", "d"))
                .extracting(LoggedEvent::data)
                .containsExactly("{\"amount\":1}", "{\"amount\":2}", "{\"amount\":1}");
    }

    @Test
    void withoutAVersionWhatTheCurrentVersionSaysIsADuplicate() {
        append(ACME, deal("d", MONDAY, "{\"amount\":1}"));

        assertThat(append(ACME, deal("d", "{\"amount\":1}")).outcomes()).containsExactly(DUPLICATE);
        assertThat(append(ACME, deal("d", "{\"amount\":2}")).outcomes()).containsExactly(ACCEPTED);
        assertThat(reader.versions(ACME, "deals", "d").getLast().data()).isEqualTo("{\"amount\":2}");
    }

    @Test
    void severalChangesWithoutAVersionInOneBatchKeepTheirOrder() {
        append(ACME, deal("d", "1"), deal("d", "2"), deal("d", "3"), deal("d", "1"));

        assertThat(reader.versions(ACME, "deals", "d"))
                .extracting(LoggedEvent::data)
                .containsExactly("1", "2", "3", "1");
    }

    @Test
    void aTombstoneIsAVersionLikeOthers() {
        append(ACME, deal("d", MONDAY, "{\"amount\":1}"));

        assertThat(append(ACME, new Event("deals", "d", null, true, "{}")).outcomes())
                .containsExactly(ACCEPTED);
        assertThat(append(ACME, new Event("deals", "d", null, true, "{}")).outcomes())
                .containsExactly(DUPLICATE);
        assertThat(reader.versions(ACME, "deals", "d"))
                .extracting(LoggedEvent::deleted)
                .containsExactly(false, true);
    }

    @Test
    void emptyDataAndATombstoneAreNotTheSame() {
        append(ACME, deal("d", "{}"));

        assertThat(append(ACME, new Event("deals", "d", null, true, "{}")).outcomes())
                .containsExactly(ACCEPTED);
    }

    @Test
    void idsThatDifferInCaseSpacesOrAccentsAreDifferentRecords() {
        List<String> ids = List.of("a", "A", "a ", " a", "ä", "a\u0308", "a\u0000", "🚀", "🚁", "ß", "ss");

        Receipt receipt = log.append(LogDatabase.batch(
                        ACME, ids.stream().map(id -> deal(id, MONDAY, "{}")).toList()))
                .join();

        assertThat(receipt.outcomes()).hasSize(ids.size()).containsOnly(ACCEPTED);
        assertThat(reader.after(ACME, 0, 20)).extracting(LoggedEvent::recordId).isEqualTo(ids);
    }

    @Test
    void theSameIdInTwoCollectionsOrOfTwoTenantsIsTwoRecords() {
        append(ACME, deal("x", MONDAY, "{}"), new Event("calls", "x", MONDAY, false, "{}"));

        assertThat(append(GLOBEX, deal("x", MONDAY, "{\"amount\":2}")).outcomes())
                .containsExactly(ACCEPTED);
        assertThat(reader.versions(ACME, "deals", "x")).hasSize(1);
    }

    @Test
    void versionsBeforeAndAt1970AreVersions() {
        append(ACME, deal("d", Instant.EPOCH, "1"), deal("d", Instant.parse("1950-01-01T00:00:00Z"), "0"));

        assertThat(append(ACME, deal("d", Instant.EPOCH, "1")).outcomes()).containsExactly(DUPLICATE);
        assertThat(reader.versions(ACME, "deals", "d"))
                .extracting(LoggedEvent::data)
                .containsExactly("0", "1");
    }

    @Test
    void aBatchOfTenThousandIsOneTransactionAndIsReadInOrder() {
        List<Event> many = java.util.stream.IntStream.range(0, 10_000)
                .mapToObj(number -> deal("d-" + number, MONDAY, "{\"number\":" + number + "}"))
                .toList();

        assertThat(log.append(LogDatabase.batch(ACME, many)).join().position()).isEqualTo(10_000);
        assertThat(reader.after(ACME, 0, 20_000)).hasSize(10_000);
        assertThat(reader.after(ACME, 9_000, 700))
                .extracting(LoggedEvent::position)
                .hasSize(700)
                .startsWith(9_001L);
    }

    @Test
    void anEmptyBatchHasAReceiptToo() {
        append(ACME, deal("a", MONDAY, "{}"));

        assertThat(append(ACME)).isEqualTo(new Receipt(1, List.of()));
    }

    private Receipt append(TenantId tenant, Event... events) {
        return log.append(LogDatabase.batch(tenant, List.of(events))).join();
    }

    private static Event deal(String id, Instant version, String data) {
        return new Event("deals", id, version, false, data);
    }

    private static Event deal(String id, String data) {
        return new Event("deals", id, null, false, data);
    }
}
