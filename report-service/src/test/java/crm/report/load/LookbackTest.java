package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.store.DuckDbStore;
import org.junit.jupiter.api.Test;

/** A touch counts for ninety days, to the instant; what lies further back is kept for those who ask for more. */
class LookbackTest {

    private static final String WON = """
            {'status':'won','amount':10,'customerId':'%s','createdAt':'2026-01-05T00:00:00Z',\
            'closedAt':'2026-06-30T00:00:00Z'}""";
    private static final String RESPONSE = """
            {'campaignId':'spring','memberId':'%1$s','eventType':'responded','customerId':'%1$s',\
            'occurredAt':'%2$s'}""";

    @Test
    void theNinetiethDayCountsAndTheInstantBeforeDoesNot() {
        ListLog log = new ListLog()
                .push("deals", "in", "2026-06-30T00:00:00Z", WON.formatted("c1"))
                .push("deals", "out", "2026-06-30T00:00:00Z", WON.formatted("c2"))
                .push("campaign-events", "e1", "2026-04-01T00:00:00Z", RESPONSE.formatted("c1", "2026-04-01T00:00:00Z"))
                .push(
                        "campaign-events",
                        "e2",
                        "2026-04-01T00:00:00Z",
                        RESPONSE.formatted("c2", "2026-03-31T23:59:59.999999Z"));

        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(
                            store,
                            "SELECT DISTINCT deal_id, campaign_id, credit FROM purchase_credits ORDER BY deal_id"))
                    .containsExactly("in spring 1.000000000", "out null 1.000000000");
        }
    }

    @Test
    void touchesOfTwoYearsAreKept() {
        ListLog log = new ListLog()
                .push("deals", "won", "2026-06-30T00:00:00Z", WON.formatted("c1"))
                .push("campaign-events", "e1", "2024-06-30T00:00:00Z", RESPONSE.formatted("c1", "2024-06-30T00:00:00Z"))
                .push(
                        "campaign-events",
                        "e2",
                        "2024-06-30T00:00:00Z",
                        RESPONSE.formatted("c1", "2024-06-29T23:59:59.999999Z"));

        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, "SELECT deal_id, touch_id FROM purchase_touches"))
                    .containsExactly("won e1");
        }
    }
}
