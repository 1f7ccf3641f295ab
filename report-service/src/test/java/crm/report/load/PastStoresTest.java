package crm.report.load;

import static crm.report.load.ListLog.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.sql.Sql;
import crm.engine.store.DuckDbStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts as they were at a position. */
class PastStoresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ListLog log = new ListLog()
            .push("users", "ann", "2026-01-01T00:00:00Z", "{'name':'Ann'}")
            .push("users", "ann", "2026-02-01T00:00:00Z", "{'name':'Anna'}")
            .push("users", "bob", "2026-01-01T00:00:00Z", "{'name':'Bob'}");
    private final DuckDbStore store = Stores.empty();
    private LoadSettings settings = Stores.BRUSSELS;
    private final PastStores past = new PastStores(log, store, tenant -> settings, 2);

    @AfterEach
    void close() throws InterruptedException {
        past.close();
        store.close();
    }

    private List<String> namesAt(long position) {
        return switch (past.at(ACME, position, PATIENCE)) {
            case Past.Ready ready -> {
                try (ready) {
                    yield names(ready);
                }
            }
            case Past.View other -> throw new AssertionError(other.toString());
        };
    }

    private List<String> names(Past.Ready ready) {
        return store
                .read(ready.name(), snapshot -> snapshot.query(Sql.of("SELECT name FROM users ORDER BY id")))
                .stream()
                .map(row -> String.valueOf(row.text("name")))
                .toList();
    }

    @Test
    void theyShowWhatTheLogHeldThen() {
        assertThat(namesAt(1)).containsExactly("Ann");
        assertThat(namesAt(2)).containsExactly("Anna");
        assertThat(namesAt(3)).containsExactly("Anna", "Bob");
        assertThat(namesAt(0)).isEmpty();
    }

    @Test
    void theOneAskedLongestAgoMakesRoom() {
        namesAt(1);
        namesAt(2);
        namesAt(1);
        namesAt(3);

        assertThat(store.tenants()).hasSize(2).noneMatch(name -> name.contains("_at_2_"));
        assertThat(namesAt(2)).containsExactly("Anna");
    }

    @Test
    void whoReadsOneIsNotDisturbed() {
        Past.Ready first = (Past.Ready) past.at(ACME, 1, PATIENCE);
        Past.Ready second = (Past.Ready) past.at(ACME, 2, PATIENCE);

        assertThat(past.at(ACME, 3, PATIENCE)).isInstanceOf(Past.NoRoom.class);
        past.keepOnly(Map.of());
        assertThat(names(first)).containsExactly("Ann");
        first.close();
        second.close();
        assertThat(store.tenants()).isEmpty();
    }

    @Test
    void otherSettingsMakeThemAnew() {
        namesAt(1);
        settings = new LoadSettings(ZoneId.of("Europe/Brussels"), "EUR", settings.rules(), 1);

        past.keepOnly(Map.of(ACME, settings));

        assertThat(store.tenants()).isEmpty();
        assertThat(namesAt(1)).containsExactly("Ann");
        past.keepOnly(Map.of(ACME, settings));
        assertThat(store.tenants()).hasSize(1);
    }

    @Test
    void whatAStopLeftIsThrownAway() throws InterruptedException {
        namesAt(1);
        past.close();

        new PastStores(log, store, tenant -> settings, 2).close();

        assertThat(store.tenants()).isEmpty();
    }

    @Test
    void aTimeIsThePositionBeforeTheFirstEventReceivedAfterIt() {
        Instant first = log.after(ACME, 0, 1).getFirst().receivedAt();

        assertThat(past.positionAt(ACME, first.minusNanos(1000))).isZero();
        assertThat(past.positionAt(ACME, first)).isEqualTo(1);
        assertThat(past.positionAt(ACME, first.plusMillis(1500))).isEqualTo(2);
        assertThat(past.positionAt(ACME, first.plusSeconds(100))).isEqualTo(3);
    }
}
