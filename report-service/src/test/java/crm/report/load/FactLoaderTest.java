package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.store.DuckDbStore;
import crm.engine.store.StoreLimits;
import crm.tenant.Rule;
import crm.tenant.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactLoaderTest {

    private final DuckDbStore store = Stores.filled(SmallWorld.log());

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void theHighestVersionIsCurrentAndTheOthersAreHistory() {
        assertThat(Stores.rows(store, "SELECT id, stage_id FROM deals ORDER BY id"))
                .containsExactly("d1 won", "d2 offer", "d4 talk", "d5 won");
        assertThat(Stores.rows(store, "SELECT id, stage_id, deleted FROM deals_history ORDER BY id, version"))
                .containsExactly(
                        "d1 talk false",
                        "d1 offer false",
                        "d2 talk false",
                        "d2 lost false",
                        "d3 talk false",
                        "d3 null true");
    }

    @Test
    void aDealIsSettledByItsStageAndCreditedToThoseOfItsTime() {
        assertThat(Stores.rows(store, """
                        SELECT id, status, owner_id, team_id, closed_at, closed_at_date, currency, size_band
                        FROM deal_facts ORDER BY id"""))
                .containsExactly(
                        "d1 won ann north 2026-01-30T23:30:00Z 2026-01-31 EUR 1k-10k",
                        "d2 open ann south null null EUR 10k-100k",
                        "d5 won ann north 2026-01-10T00:00:00Z 2026-01-10 EUR <1k");
    }

    @Test
    void aDealBelongsToTheCustomerThatIsLeft() {
        assertThat(Stores.rows(store, """
                        SELECT id, customer_id, customer_type, became_customer_at, lead_created_at
                        FROM deal_facts ORDER BY id"""))
                .containsExactly(
                        "d1 c1 new 2026-01-30T23:30:00Z 2026-01-01T10:00:00Z",
                        "d2 c3 existing 2024-01-15T00:00:00Z null",
                        "d5 c3 existing 2024-01-15T00:00:00Z null");
    }

    @Test
    void customersBeginAtTheirFirstWonDealOrWhenTheirRecordSays() {
        assertThat(Stores.rows(store, """
                        SELECT customer_id, kind, started_at, deal_id, region FROM customer_starts ORDER BY ALL"""))
                .containsExactly(
                        "c1 first 2026-01-30T23:30:00Z d1 west",
                        "c3 first 2024-01-15T00:00:00Z d5 null",
                        "c3 reactivated 2026-01-10T00:00:00Z d5 null");
    }

    @Test
    void aReopenedDealHasSeveralOpenings() {
        assertThat(Stores.rows(store, """
                        SELECT opened_at, closed_at, previous_closed_at, status
                        FROM deal_openings WHERE deal_id = 'd2' ORDER BY opened_at"""))
                .containsExactly(
                        "2026-01-08T00:00:00Z 2026-01-15T00:00:00Z null lost",
                        "2026-01-18T00:00:00Z null 2026-01-15T00:00:00Z open");
    }

    @Test
    void timeInAStageEndsWithTheDeal() {
        assertThat(Stores.rows(store, """
                        SELECT stage_id, left_at, total_seconds / 86400 FROM stage_stays
                        WHERE deal_id = 'd1' ORDER BY left_at NULLS LAST"""))
                .containsExactly(
                        "talk 2026-01-20T00:00:00Z 12.0",
                        "offer 2026-01-30T23:30:00Z 10.979166666666666",
                        "won null 0.0");
    }

    @Test
    void campaignsAreLaunchedAtTheirStartElseAtTheirFirstSending() {
        assertThat(Stores.rows(store, "SELECT id, launched_at, team_id, actual_cost FROM campaign_facts ORDER BY id"))
                .containsExactly(
                        "fair 2026-01-03T09:00:00Z null null",
                        "never null null null",
                        "spring 2026-01-04T08:00:00Z north 100.5000");
    }

    @Test
    void membersAreCountedByTheirFirstDeliveryAndResponse() {
        assertThat(Stores.rows(store, """
                        SELECT campaign_id, member_id, delivered_at, responded_at, response_type, channel
                        FROM campaign_member_facts ORDER BY ALL"""))
                .containsExactly(
                        "fair m1 null 2026-01-07T09:00:00Z clicked fair",
                        "spring m1 2026-01-04T09:00:00Z 2026-01-05T09:00:00Z responded email",
                        "spring m2 2026-01-04T09:00:00Z null null email");
    }

    @Test
    void theDealsOwnCampaignGetsAllCreditUnderEveryModel() {
        assertThat(Stores.rows(store, """
                        SELECT DISTINCT campaign_id, credit, is_first FROM purchase_credits WHERE deal_id = 'd5'""")).containsExactly("fair 1.000000000 true");
        assertThat(Stores.rows(store, "SELECT count(*) FROM purchase_credits WHERE deal_id = 'd5'"))
                .containsExactly("8");
    }

    @Test
    void touchesShareTheCreditAsTheModelSays() {
        assertThat(Stores.rows(store, """
                        SELECT model, campaign_id, credit FROM purchase_credits
                        WHERE deal_id = 'd1' AND model <> 'time-decay' ORDER BY ALL"""))
                .containsExactly(
                        "first-touch spring 1.000000000",
                        "last-non-direct fair 1.000000000",
                        "last-touch fair 1.000000000",
                        "linear fair 0.333333333",
                        "linear spring 0.666666667",
                        "position-based fair 0.400000000",
                        "position-based spring 0.600000000",
                        "primary spring 1.000000000",
                        "w-shaped fair 0.428571429",
                        "w-shaped spring 0.571428571");
        assertThat(Stores.rows(store, "SELECT DISTINCT sum(credit) FROM purchase_credits GROUP BY deal_id, model"))
                .containsExactly("1.000000000");
    }

    @Test
    void callsKnowHowLongTheyTookAndWhoseTeamItWas() {
        assertThat(Stores.rows(store, """
                        SELECT id, handled_at, handle_seconds, pure_talk_seconds, wait_seconds, abandoned_in, team_id
                        FROM calls ORDER BY id"""))
                .containsExactly(
                        "k1 2026-02-20T09:06:30Z 360.0 270.0 25.0 null south",
                        "k2 null null null 40.0 queue null",
                        "k3 2026-01-20T09:01:40Z 100.0 100.0 null null north");
    }

    @Test
    void leadsKeepTheirStatusesWithTheirTimes() {
        assertThat(Stores.rows(store, """
                        SELECT lead_id, status, state_from, state_to, team_id FROM lead_states ORDER BY lead_id, state_from
                        """))
                .containsExactly(
                        "l1 new 2026-01-01T10:00:00Z 2026-01-05T00:00:00Z north",
                        "l1 converted 2026-01-05T00:00:00Z null north",
                        "l2 new 2026-01-01T10:00:00Z 2026-01-02T00:00:00Z east",
                        "l2 working 2026-01-02T00:00:00Z 2026-01-04T00:00:00Z east",
                        "l2 qualified 2026-01-04T00:00:00Z null east");
    }

    @Test
    void aHigherVersionRevivesWhatWasTakenBack() {
        ListLog log = SmallWorld.log();
        log.push("deals", "d3", "2026-01-12T00:00:00Z", "{'createdAt':'2026-01-08T00:00:00Z','amount':6}");
        try (DuckDbStore revived = Stores.filled(log)) {
            assertThat(Stores.rows(revived, "SELECT status, amount FROM deal_facts WHERE id = 'd3'"))
                    .containsExactly("open 6.0000");
        }
    }

    @Test
    void anotherTimeZoneMakesOtherDates() {
        ListLog log = SmallWorld.log();
        try (DuckDbStore moved = Stores.filled(log)) {
            new FactLoader(log, moved, tenant -> new LoadSettings(ZoneId.of("America/New_York"), "USD"))
                    .load(ListLog.ACME);

            assertThat(Stores.rows(moved, "SELECT closed_at_date, currency FROM deal_facts WHERE id = 'd1'"))
                    .containsExactly("2026-01-30 USD");
        }
    }

    @Test
    void theWindowOfActivityIsThatOfThePurchasesDay() {
        String returns = "SELECT customer_id FROM customer_starts WHERE kind = 'reactivated'";
        ListLog log = SmallWorld.log();
        try (DuckDbStore moved = Stores.filled(log)) {
            load(log, moved, Rule.ACTIVITY_WINDOW_DAYS, new Rules.Since(LocalDate.parse("2026-02-01"), "3650"));
            assertThat(Stores.rows(moved, returns)).containsExactly("c3");

            load(log, moved, Rule.ACTIVITY_WINDOW_DAYS, new Rules.Since(LocalDate.parse("2026-01-10"), "3650"));
            assertThat(Stores.rows(moved, returns)).isEmpty();
        }
    }

    @Test
    void whatIsAResponseIsToldByTheCampaignElseByTheTenantOnThatDay() {
        String responses = """
                SELECT campaign_id, member_id, responded_at, response_type FROM campaign_member_facts
                WHERE responded_at IS NOT NULL ORDER BY ALL""";
        ListLog log = SmallWorld.log();
        try (DuckDbStore moved = Stores.filled(log)) {
            load(log, moved, Rule.RESPONSE_TYPES, new Rules.Since(Rules.EVER, "sent,delivered"));
            assertThat(Stores.rows(moved, responses))
                    .containsExactly(
                            "fair m1 2026-01-07T09:00:00Z clicked",
                            "spring m1 2026-01-04T08:00:00Z sent",
                            "spring m2 2026-01-04T09:00:00Z delivered");

            load(log, moved, Rule.RESPONSE_TYPES, new Rules.Since(LocalDate.parse("2026-01-06"), "sent"));
            assertThat(Stores.rows(moved, responses))
                    .containsExactly(
                            "fair m1 2026-01-07T09:00:00Z clicked", "spring m1 2026-01-05T09:00:00Z responded");

            load(log, moved, Rule.RESPONSE_TYPES, new Rules.Since(LocalDate.parse("2026-01-05"), "converted"));
            assertThat(Stores.rows(moved, responses))
                    .containsExactly(
                            "fair m1 2026-01-07T09:00:00Z clicked", "spring m1 2026-01-06T09:00:00Z converted");
        }
    }

    @Test
    void aVisitEndsAfterTheTimeoutThatTheTenantHadOnThatDay() {
        String visits = "SELECT id, started_at FROM visits ORDER BY ALL";
        ListLog log = new ListLog();
        for (String minute : List.of("00", "20", "45")) {
            log.push(
                    "page-views",
                    "v" + minute,
                    "2026-01-07T09:" + minute + ":00Z",
                    "{'sessionId':'s','occurredAt':'2026-01-07T09:%s:00Z','path':'/'}".formatted(minute));
        }
        try (DuckDbStore moved = Stores.filled(log)) {
            assertThat(Stores.rows(moved, visits)).containsExactly("s 2026-01-07T09:00:00Z");

            load(log, moved, Rule.SESSION_TIMEOUT_MINUTES, new Rules.Since(LocalDate.parse("2026-01-07"), "20"));
            assertThat(Stores.rows(moved, visits))
                    .containsExactly("s 2026-01-07T09:00:00Z", "s#2 2026-01-07T09:45:00Z");

            load(log, moved, Rule.SESSION_TIMEOUT_MINUTES, new Rules.Since(LocalDate.parse("2026-01-08"), "20"));
            assertThat(Stores.rows(moved, visits)).containsExactly("s 2026-01-07T09:00:00Z");
        }
    }

    private static void load(ListLog log, DuckDbStore store, Rule rule, Rules.Since since) {
        Rules rules = new Rules(Map.of(rule, List.of(since)));
        new FactLoader(log, store, tenant -> new LoadSettings(ZoneId.of("Europe/Brussels"), "EUR", rules, 0))
                .load(ListLog.ACME);
    }

    @Test
    void aLogThatWasRewrittenIsLoadedAnew() {
        ListLog before = new ListLog().push("teams", "t", "2026-01-01T00:00:00Z", "{'name':'Ann'}");
        ListLog after = new ListLog().push("teams", "t", "2026-01-01T00:00:00Z", "{'name':'erased'}");
        LoadSettings next = new LoadSettings(Stores.BRUSSELS.zone(), Stores.BRUSSELS.currency(), Rules.USUAL, 1);
        try (DuckDbStore rewritten = Stores.filled(before)) {
            Stores.loader(after, rewritten).load(ListLog.ACME);
            assertThat(Stores.rows(rewritten, "SELECT name FROM teams")).containsExactly("Ann");

            new FactLoader(after, rewritten, tenant -> next).load(ListLog.ACME);

            assertThat(Stores.rows(rewritten, "SELECT name FROM teams")).containsExactly("erased");
        }
    }

    @Test
    void nothingIsLeftOfSomebodyInTheFilesOfTheStore(@TempDir Path folder) throws IOException {
        String canary = "ottoline@magpie.example";
        StoreLimits limits = new StoreLimits("512MB", 2, 2);
        ListLog before = new ListLog();
        ListLog after = new ListLog();
        for (int lead = 0; lead < 50; lead++) {
            String content = "{'createdAt':'2026-01-01T00:00:00Z','email':'%s'}";
            before.push("leads", "l" + lead, "2026-01-01T00:00:00Z", content.formatted(lead == 7 ? canary : "x"));
            after.push("leads", "l" + lead, "2026-01-01T00:00:00Z", content.formatted("x"));
        }
        LoadSettings next = new LoadSettings(Stores.BRUSSELS.zone(), Stores.BRUSSELS.currency(), Rules.USUAL, 1);
        try (DuckDbStore kept = new DuckDbStore(folder, FactTables.all(), limits)) {
            Stores.loader(before, kept).load(ListLog.ACME);
        }
        assertThat(filesWith(folder, canary)).isNotEmpty();

        try (DuckDbStore kept = new DuckDbStore(folder, FactTables.all(), limits)) {
            new FactLoader(after, kept, tenant -> next).load(ListLog.ACME);
            assertThat(Stores.rows(kept, "SELECT COUNT(*) FROM leads")).containsExactly("50");

            assertThat(filesWith(folder, canary)).isEmpty();
        }
        assertThat(filesWith(folder, canary)).isEmpty();
    }

    private static List<String> filesWith(Path folder, String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }

    @Test
    void ordersAloneMakeCustomersAndAnOlderOneMovesTheirBeginningBack() {
        ListLog orders = new ListLog()
                .push("orders", "o2", "2026-02-01T00:00:00Z", order("2026-02-01", "'amount':20"))
                .push("orders", "o3", "2026-02-01T00:00:00Z", order("2025-01-01", "'amount':5,'status':'cancelled'"));
        try (DuckDbStore shop = Stores.filled(orders)) {
            assertThat(Stores.rows(shop, "SELECT customer_id, started_at_date FROM customer_starts"))
                    .containsExactly("c9 2026-02-01");

            orders.push("orders", "o1", "2026-03-01T00:00:00Z", order("2026-01-15", "'amount':10"));
            Stores.loader(orders, shop).load(ListLog.ACME);

            assertThat(Stores.rows(shop, "SELECT customer_id, started_at_date, order_id FROM customer_starts"))
                    .containsExactly("c9 2026-01-15 o1");
        }
    }

    private static String order(String day, String more) {
        return "{'customerId':'c9','orderedAt':'" + day + "T10:00:00Z'," + more + "}";
    }
}
