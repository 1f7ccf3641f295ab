package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.store.DuckDbStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts for a lead that another was merged into, whenever that is told. */
class MergedLeadsTest {

    private static final String CAPTURED = "SELECT id, lead_created_at_date FROM deal_facts";
    private static final String CREDITED =
            "SELECT DISTINCT deal_id, campaign_id FROM purchase_credits WHERE model = 'linear'";

    @Test
    void aDealOfAMergedLeadTookFromTheCaptureOfTheLeadThatIsLeft() {
        ListLog log = won("l1")
                .push("leads", "l1", "2026-01-05T00:00:00Z", lead("2026-01-05", "l2"))
                .push("leads", "l2", "2026-01-02T00:00:00Z", lead("2026-01-02", ""));

        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, CAPTURED)).containsExactly("d1 2026-01-02");
        }
    }

    @Test
    void aLeadThatIsMergedIntoOneNotSeenYetKeepsItsOwnCapture() {
        ListLog log = won("l1").push("leads", "l1", "2026-01-05T00:00:00Z", lead("2026-01-05", "l2"));

        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, CAPTURED)).containsExactly("d1 2026-01-05");
        }
    }

    @Test
    void whatTouchedAMergedLeadCountsForTheDealOfTheLeadThatIsLeft() {
        ListLog log = won("l2")
                .push("leads", "l1", "2026-01-05T00:00:00Z", lead("2026-01-05", "l2"))
                .push("leads", "l2", "2026-01-02T00:00:00Z", lead("2026-01-02", ""))
                .push("campaign-events", "e1", "2026-01-06T00:00:00Z", clicked("l1"));

        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, CREDITED)).containsExactly("d1 spring");
        }
    }

    @Test
    void aMergerThatIsToldLaterMovesCapturesAndTouches() {
        ListLog log = won("l2")
                .push("leads", "l1", "2026-01-05T00:00:00Z", lead("2026-01-05", ""))
                .push("leads", "l2", "2026-01-02T00:00:00Z", lead("2026-01-02", ""))
                .push("leads", "l3", "2026-01-03T00:00:00Z", lead("2026-01-03", ""))
                .push("campaign-events", "e1", "2026-01-06T00:00:00Z", clicked("l1"));

        try (DuckDbStore store = Stores.filled(log)) {
            assertThat(Stores.rows(store, CREDITED)).containsExactly("d1 null");

            for (String merged : List.of("l1", "l2")) {
                log.push("leads", merged, "2026-02-01T00:00:00Z", lead("2026-01-02", "l3"));
            }
            Stores.loader(log, store).load(ListLog.ACME);

            assertThat(Stores.rows(store, CREDITED)).containsExactly("d1 spring");
            assertThat(Stores.rows(store, CAPTURED)).containsExactly("d1 2026-01-03");
        }
    }

    private static ListLog won(String lead) {
        return new ListLog()
                .push(
                        "deals",
                        "d1",
                        "2026-01-20T00:00:00Z",
                        "{'createdAt':'2026-01-10T00:00:00Z','status':'won','closedAt':'2026-01-20T00:00:00Z','leadId':'"
                                + lead + "'}");
    }

    private static String lead(String created, String mergedInto) {
        String merged = mergedInto.isEmpty() ? "" : ",'mergedInto':'" + mergedInto + "'";
        return "{'createdAt':'" + created + "T12:00:00Z'" + merged + "}";
    }

    private static String clicked(String lead) {
        return "{'campaignId':'spring','memberId':'m1','eventType':'clicked','occurredAt':'2026-01-06T00:00:00Z','leadId':'"
                + lead + "'}";
    }
}
