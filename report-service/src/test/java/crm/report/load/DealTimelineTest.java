package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.report.load.DealFact.Opening;
import crm.report.load.DealFact.State;
import crm.report.load.DealFact.Stay;
import crm.report.load.DealPast.Owner;
import crm.report.load.DealVersion.Labels;
import crm.report.load.DealVersion.StageEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DealTimelineTest {

    private static final StageFlags FLAGS = new StageFlags()
            .add("p", "talk", stage(null, "0.2"))
            .add("p", "offer", stage(null, "0.5"))
            .add("p", "won", stage(Outcome.WON, "1"))
            .add("p", "lost", stage(Outcome.LOST, "0"));
    private static final int DAY = 86_400;

    @Test
    void oneVersionThatWasWonCountsFromCreationToClose() {
        DealFact fact = timeline(new Told(9, "talk").status("won").closed(5));

        assertThat(fact.outcome()).isEqualTo(Outcome.WON);
        assertThat(fact.closedAt()).isEqualTo(day(5));
        assertThat(fact.wonAt()).isEqualTo(day(5));
        assertThat(openings(fact)).containsExactly("1-5 WON");
        assertThat(stays(fact)).containsExactly("talk left 5 after 4.0");
        assertThat(states(fact)).containsExactly("1-5 open talk moved 1", "5-null closed talk moved 1");
    }

    @Test
    void aStageThatTellsTheOutcomeClosesWhenItIsEntered() {
        DealFact fact = timeline(new Told(2, "talk"), new Told(4, "offer"), new Told(7, "won"));

        assertThat(fact.closedAt()).isEqualTo(day(7));
        assertThat(stays(fact))
                .containsExactly("talk left 4 after 3.0", "offer left 7 after 3.0", "won since 7 after 0.0");
    }

    @Test
    void aDealFirstSeenInItsLastStageClosedWhenThatWasTold() {
        DealFact fact = timeline(new Told(7, "won"));

        assertThat(fact.closedAt()).isEqualTo(day(7));
    }

    @Test
    void withoutPipelineTheStageAloneTells() {
        Told told = new Told(7, "lost");
        told.pipeline = null;

        assertThat(timeline(told).outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void wonAtAloneMakesItWon() {
        Told told = new Told(7, "talk");
        told.wonAt = day(6);

        DealFact fact = timeline(told);

        assertThat(fact.outcome()).isEqualTo(Outcome.WON);
        assertThat(fact.closedAt()).isEqualTo(day(6));
    }

    @Test
    void theStatusOverrulesTheStage() {
        assertThat(timeline(new Told(7, "won").status("open")).outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void anOutcomeToldLaterHoldsFromWhenItCameAbout() {
        DealFact fact = timeline(new Told(2, "talk"), new Told(9, "won").closed(6));

        assertThat(openings(fact)).containsExactly("1-6 WON");
        assertThat(stays(fact)).containsExactly("talk left 6 after 5.0", "won since 9 after 0.0");
        assertThat(states(fact))
                .containsExactly("1-6 open talk moved 1", "6-9 closed talk moved 1", "9-null closed won moved 9");
    }

    @Test
    void whoToldTheOutcomeFirstIsCreditedWhoeverOwnsItLater() {
        DealFact fact = timeline(
                new Told(2, "talk").owner("ann"),
                new Told(5, "talk").status("won").owner("bob").closed(5),
                new Told(8, "talk").status("won").owner("cid").closed(5));

        assertThat(fact.teller().ownerId()).isEqualTo("bob");
    }

    @Test
    void aReopenedDealHasAnOpeningForEachTime() {
        DealFact fact = timeline(
                new Told(2, "talk"),
                new Told(4, "talk").status("lost").closed(4),
                new Told(7, "talk"),
                new Told(9, "talk").status("won").closed(9));

        assertThat(openings(fact)).containsExactly("1-4 LOST", "7-9 WON");
        assertThat(fact.openings().getLast().previousClosedAt()).isEqualTo(day(4));
        assertThat(stays(fact)).containsExactly("talk left 9 after 5.0");
    }

    @Test
    void aReopenedDealThatIsStillOpenIsUndecided() {
        DealFact fact = timeline(new Told(4, "lost"), new Told(7, "talk"));

        assertThat(fact.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(fact.closedAt()).isNull();
        assertThat(openings(fact)).containsExactly("1-4 LOST", "7-null OPEN");
    }

    @Test
    void anOutcomeAfterAnotherCorrectsIt() {
        DealFact fact = timeline(
                new Told(4, "talk").status("lost").closed(4),
                new Told(6, "talk").status("won").closed(5));

        assertThat(openings(fact)).containsExactly("1-5 WON");
    }

    @Test
    void theStageHistoryTellsWhatOneVersionCannot() {
        DealFact fact = timeline(new Told(20, "won").history("talk", 1, "offer", 3, "won", 8));

        assertThat(fact.closedAt()).isEqualTo(day(8));
        assertThat(stays(fact))
                .containsExactly("talk left 3 after 2.0", "offer left 8 after 5.0", "won since 8 after 0.0");
    }

    @Test
    void theStageHistoryTellsReopenings() {
        DealFact fact = timeline(new Told(20, "offer").history("talk", 1, "lost", 3, "offer", 8));

        assertThat(openings(fact)).containsExactly("1-3 LOST", "8-null OPEN");
        assertThat(stays(fact))
                .containsExactly("talk left 3 after 2.0", "lost left 8 after 5.0", "offer since 8 after 0.0");
    }

    @Test
    void repeatedVisitsAreAddedUpAndTheLastIsKnown() {
        DealFact fact = timeline(new Told(20, "won").history("talk", 1, "offer", 3, "talk", 4, "won", 10));

        assertThat(stays(fact))
                .containsExactly("talk left 10 after 8.0", "offer left 4 after 1.0", "won since 10 after 0.0");
        assertThat(fact.stays().getFirst().latest()).isEqualTo(6.0 * DAY);
    }

    @Test
    void aStageThatIsStandingAgainIsNotLeft() {
        DealFact fact = timeline(new Told(20, "talk").history("talk", 1, "offer", 3, "talk", 4));

        assertThat(stays(fact)).containsExactly("talk since 4 after 2.0", "offer left 4 after 1.0");
    }

    @Test
    void skippedStagesHaveNoStay() {
        DealFact fact = timeline(new Told(2, "talk"), new Told(5, "won"));

        assertThat(fact.stays()).extracting(Stay::stageId).containsExactly("talk", "won");
    }

    @Test
    void aChangeOfAmountMovesADealAndAChangeOfOwnerDoesNot() {
        DealFact fact = timeline(
                new Told(2, "talk").amount("5"),
                new Told(4, "talk").amount("6"),
                new Told(6, "talk").amount("6").owner("bob"));

        assertThat(states(fact))
                .containsExactly("1-4 open talk moved 1", "4-6 open talk moved 4", "6-null open talk moved 4");
    }

    @Test
    void versionsThatChangeNothingMakeNoState() {
        DealFact fact = timeline(new Told(2, "talk"), new Told(4, "talk"));

        assertThat(states(fact)).containsExactly("1-null open talk moved 1");
    }

    @Test
    void aDealClosedBeforeItWasCreatedWasNeverOpen() {
        DealFact fact = timeline(new Told(9, "talk").status("lost").closed(0));

        assertThat(openings(fact)).containsExactly("1-1 LOST");
        assertThat(states(fact)).containsExactly("1-null closed talk moved 1");
    }

    @Test
    void whoeverOwnedItByItsHistoryWhenItEndedIsCredited() {
        DealFact fact = timeline(new Told(20, "talk")
                .status("won")
                .closed(8)
                .owner("cid")
                .owned("ann", 1)
                .owned("bob", 4)
                .owned("cid", 9));

        assertThat(fact.teller().ownerId()).isEqualTo("bob");
        assertThat(fact.openings().getFirst().teller().ownerId()).isEqualTo("bob");
        assertThat(fact.stays().getFirst().version().ownerId()).isEqualTo("bob");
    }

    @Test
    void statesAreOfWhoeverOwnedItThenByItsHistory() {
        DealFact fact =
                timeline(new Told(20, "talk").owner("bob").owned("ann", 2).owned("bob", 4));

        assertThat(fact.states())
                .extracting(state -> day(state.from()) + " " + state.version().ownerId())
                .containsExactly("1 null", "2 ann", "4 bob");
    }

    @Test
    void amountsOfItsHistoryMoveADeal() {
        DealFact fact =
                timeline(new Told(20, "talk").amount("7").wasWorth("5", 1).wasWorth("7", 6));

        assertThat(states(fact)).containsExactly("1-6 open talk moved 1", "6-null open talk moved 6");
        assertThat(fact.states())
                .extracting(state -> state.version().amount())
                .containsExactly(new BigDecimal("5"), new BigDecimal("7"));
    }

    @Test
    void whenItShouldCloseWasExpectedAsItsHistoryTells() {
        DealFact fact = timeline(new Told(20, "talk").expectedToClose(30, 1).expectedToClose(40, 10));

        assertThat(fact.states())
                .extracting(state -> day(state.version().expectedCloseAt()))
                .containsExactly("30", "40");
    }

    @Test
    void theHistoryOfTheNewestVersionHoldsForAllVersions() {
        DealFact fact = timeline(
                new Told(2, "talk").owner("ann"),
                new Told(4, "offer").owner("bob"),
                new Told(6, "offer").owner("bob").owned("cid", 1).owned("bob", 5));

        assertThat(fact.states())
                .extracting(state -> day(state.from()) + " " + state.stage() + " "
                        + state.version().ownerId())
                .containsExactly("1 talk cid", "4 offer cid", "5 offer bob");
    }

    private static DealFact timeline(Told... versions) {
        List<DealVersion> told = new ArrayList<>();
        for (Told version : versions) {
            told.add(version.version());
        }
        return DealTimeline.of(told, FLAGS);
    }

    private static List<String> openings(DealFact fact) {
        return fact.openings().stream().map(DealTimelineTest::text).toList();
    }

    private static String text(Opening opening) {
        return day(opening.openedAt()) + "-" + day(opening.closedAt()) + " " + opening.outcome();
    }

    private static List<String> states(DealFact fact) {
        return fact.states().stream().map(DealTimelineTest::text).toList();
    }

    private static String text(State state) {
        return day(state.from()) + "-" + day(state.to()) + (state.open() ? " open " : " closed ") + state.stage()
                + " moved " + day(state.movedAt());
    }

    private static List<String> stays(DealFact fact) {
        return fact.stays().stream().map(DealTimelineTest::text).toList();
    }

    private static String text(Stay stay) {
        String end = stay.leftAt() == null ? " since " + day(stay.openSince()) : " left " + day(stay.leftAt());
        return stay.stageId() + end + " after " + stay.total() / DAY;
    }

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds((long) DAY * (day - 1));
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "null" : Long.toString(1 + (moment.getEpochSecond() - day(1).getEpochSecond()) / DAY);
    }

    private static StageFlags.Stage stage(@Nullable Outcome outcome, String probability) {
        return new StageFlags.Stage(outcome, new BigDecimal(probability), null);
    }

    /** A version of a deal that was created on day 1, told on another. */
    private static final class Told {
        private final int day;
        private final String stage;
        private @Nullable String pipeline = "p";
        private @Nullable String status;
        private @Nullable String owner;
        private @Nullable BigDecimal amount;
        private @Nullable Instant closedAt;
        private @Nullable Instant wonAt;
        private List<StageEntry> history = List.of();
        private final DealPast past = new DealPast(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

        Told(int day, String stage) {
            this.day = day;
            this.stage = stage;
        }

        Told status(String word) {
            status = word;
            return this;
        }

        Told closed(int on) {
            closedAt = day(on);
            return this;
        }

        Told owner(String user) {
            owner = user;
            return this;
        }

        Told amount(String decimal) {
            amount = new BigDecimal(decimal);
            return this;
        }

        Told history(Object... stagesAndDays) {
            history = new ArrayList<>();
            for (int index = 0; index < stagesAndDays.length; index += 2) {
                history.add(new StageEntry((String) stagesAndDays[index], day((Integer) stagesAndDays[index + 1])));
            }
            return this;
        }

        Told owned(String user, int since) {
            past.owners().put(day(since), Owner.of(user, null));
            return this;
        }

        Told wasWorth(String decimal, int since) {
            past.amounts().put(day(since), Optional.of(new BigDecimal(decimal)));
            return this;
        }

        Told expectedToClose(int on, int since) {
            past.expectations().put(day(since), Optional.of(day(on)));
            return this;
        }

        DealVersion version() {
            return new DealVersion(
                    day(day),
                    day(1),
                    pipeline,
                    stage,
                    status,
                    amount,
                    "EUR",
                    null,
                    owner,
                    null,
                    null,
                    closedAt,
                    wonAt,
                    null,
                    Labels.NONE,
                    history,
                    past);
        }
    }
}
