package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.store.DuckDbStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadLawsTest {

    private static final Map<String, List<String>> EXPECTED = expected();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4})
    void theOrderOfArrivalChangesNothing(long seed) {
        List<ListLog.Sent> sent = new ArrayList<>(SmallWorld.log().stored());
        Collections.shuffle(sent, new Random(seed));
        ListLog log = new ListLog();
        try (DuckDbStore store = Stores.empty()) {
            // Loaded in stretches, so that what is referred to comes later than what refers to it.
            for (int index = 0; index < sent.size(); index++) {
                log.push(sent.get(index));
                if (index % (4 + seed) == 0) {
                    Stores.loader(log, store).load(ListLog.ACME);
                }
            }
            Stores.loader(log, store).load(ListLog.ACME);

            assertSameRows(Stores.content(store), EXPECTED);
        }
    }

    @Test
    void sendingEverythingAgainChangesNothing() {
        ListLog log = SmallWorld.log();
        try (DuckDbStore store = Stores.filled(log)) {
            log.stored().forEach(log::push);
            Stores.loader(log, store).load(ListLog.ACME);

            assertSameRows(Stores.content(store), EXPECTED);
        }
    }

    @Test
    void aRebuildComesToTheSame() {
        ListLog log = SmallWorld.log();
        try (DuckDbStore store = Stores.filled(log)) {
            Stores.loader(log, store).rebuild(ListLog.ACME);

            assertSameRows(Stores.content(store), EXPECTED);
        }
    }

    @Test
    void oneEventAtATimeComesToTheSame() {
        ListLog log = new ListLog();
        try (DuckDbStore store = Stores.empty()) {
            for (ListLog.Sent sent : SmallWorld.log().stored()) {
                log.push(sent);
                Stores.loader(log, store).load(ListLog.ACME);
            }

            assertSameRows(Stores.content(store), EXPECTED);
        }
    }

    /** Table by table, showing only what differs. */
    private static void assertSameRows(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        expected.forEach((table, rows) -> {
            List<String> found = actual.getOrDefault(table, List.of());
            assertThat(without(found, rows)).as("too much in " + table).isEmpty();
            assertThat(without(rows, found)).as("missing in " + table).isEmpty();
        });
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> left = new ArrayList<>(rows);
        others.forEach(left::remove);
        return left;
    }

    private static Map<String, List<String>> expected() {
        try (DuckDbStore store = Stores.filled(SmallWorld.log())) {
            return Stores.content(store);
        }
    }
}
