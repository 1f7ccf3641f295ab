package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.store.DuckDbStore;
import crm.report.load.ListLog.Sent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts where deals or customers were merged: one after another, in chains and in circles. */
class MergedDealsTest {

    private static final String CALLS = """
            SELECT c.id, coalesce(d.id, c.deal_id) AS deal
            FROM calls c
            LEFT JOIN deal_survivors s ON s.id = c.deal_id
            LEFT JOIN deal_facts d ON d.id = coalesce(s.survivor, c.deal_id)
            ORDER BY c.id""";

    @Test
    void callsOnMergedDealsCountForTheDealThatIsLeft() {
        ListLog log = deals("d1", "", "d2", "d1", "d3", "d2", "d4", "gone")
                .push("calls", "k1", "2026-01-10T00:00:00Z", call("d1"))
                .push("calls", "k2", "2026-01-10T00:00:00Z", call("d2"))
                .push("calls", "k3", "2026-01-10T00:00:00Z", call("d3"))
                .push("calls", "k4", "2026-01-10T00:00:00Z", call("d4"));

        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, "SELECT id FROM deal_facts ORDER BY id"))
                    .containsExactly("d1");
            assertThat(Stores.rows(store, CALLS)).containsExactly("k1 d1", "k2 d1", "k3 d1", "k4 d4");
        }
    }

    @Test
    void dealsMergedInACircleCountAsNotMerged() {
        try (DuckDbStore store = Stores.filled(deals("a", "b", "b", "c", "c", "a", "d", "a", "e", "e"))) {
            assertThat(Stores.rows(store, "SELECT id FROM deal_facts ORDER BY id"))
                    .containsExactly("a", "b", "c", "e");
            assertThat(Stores.rows(store, "SELECT id, survivor FROM deal_survivors"))
                    .containsExactly("d a");
        }
    }

    @Test
    void aCircleThatIsMadeOrBrokenLaterChangesDealsThatDidNot() {
        ListLog log = deals("a", "b", "b", "");
        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, "SELECT id FROM deal_facts ORDER BY id"))
                    .containsExactly("b");

            Stores.loader(log.push(deal("b", "2026-02-01T00:00:00Z", "a")), store)
                    .load(ListLog.ACME);
            assertThat(Stores.rows(store, "SELECT id FROM deal_facts ORDER BY id"))
                    .containsExactly("a", "b");

            Stores.loader(log.push(deal("b", "2026-03-01T00:00:00Z", "x")), store)
                    .load(ListLog.ACME);
            assertThat(Stores.rows(store, "SELECT id FROM deal_facts")).isEmpty();
            assertThat(Stores.rows(store, "SELECT id, survivor FROM deal_survivors ORDER BY id"))
                    .containsExactly("a x", "b x");
        }
    }

    @Test
    void dealsOfCustomersMergedInACircleStayWithTheirCustomer() {
        ListLog log = deals("d1", "");
        for (String customer : List.of("c1:c2", "c2:c1")) {
            String[] merged = customer.split(":");
            log.push("customers", merged[0], "2026-01-01T00:00:00Z", "{'name':'x','mergedInto':'" + merged[1] + "'}");
        }
        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, "SELECT customer_id FROM deal_facts")).containsExactly("c1");
        }
    }

    /** Deals, each with the one it was merged into, if any. */
    private static ListLog deals(String... idsAndMergers) {
        ListLog log = new ListLog();
        for (int index = 0; index < idsAndMergers.length; index += 2) {
            log.push(deal(idsAndMergers[index], "2026-01-10T00:00:00Z", idsAndMergers[index + 1]));
        }
        return log;
    }

    private static Sent deal(String id, String version, String mergedInto) {
        String merged = mergedInto.isEmpty() ? "" : ",\"mergedInto\":\"" + mergedInto + '"';
        String data =
                "{\"createdAt\":\"2026-01-08T00:00:00Z\",\"status\":\"open\",\"customerId\":\"c1\"" + merged + "}";
        return new Sent("deals", id, Instant.parse(version), false, data);
    }

    private static String call(String deal) {
        return "{'direction':'outbound','startedAt':'2026-01-20T09:00:00Z','dealId':'" + deal + "'}";
    }
}
