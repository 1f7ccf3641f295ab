package crm.report.load;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the versions of one deal come to.
 *
 * @param outcome standing now
 * @param closedAt when that outcome came about; missing while it is open
 * @param teller the version whose owner and team the fact is credited to
 */
record DealFact(
        Outcome outcome,
        @Nullable Instant closedAt,
        @Nullable Instant wonAt,
        DealVersion teller,
        List<State> states,
        List<Opening> openings,
        List<Stay> stays) {

    DealFact {
        states = List.copyOf(states);
        openings = List.copyOf(openings);
        stays = List.copyOf(stays);
    }

    /** When the deal was won; of one that was not, when it was closed. */
    @Nullable
    Instant decidedAt() {
        return wonAt != null ? wonAt : closedAt;
    }

    /**
     * A stretch of time in which nothing changed.
     *
     * @param to missing in the last one
     * @param movedAt the last change of stage or amount
     * @param stage where the deal stood, which its stage history may tell better than the version
     * @param visiting how long it had stood there
     */
    record State(
            Instant from,
            @Nullable Instant to,
            Instant movedAt,
            boolean open,
            @Nullable String stage,
            Visiting visiting,
            DealVersion version) {}

    /**
     * The visit to a stage that an open deal is on.
     *
     * @param since when it came; missing where it is on none
     * @param secondsBefore those of its earlier visits to the stage
     */
    record Visiting(@Nullable Instant since, double secondsBefore) {
        static final Visiting NONE = new Visiting(null, 0);
    }

    /**
     * A stretch of time in which the deal was open.
     *
     * @param outcome that ended it, or open
     * @param teller the version that told the end, or the current one
     */
    record Opening(
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Instant previousClosedAt,
            Outcome outcome,
            DealVersion teller) {}

    /**
     * All the time spent in a stage.
     *
     * @param leftAt the last exit; missing while the deal is in it
     * @param openSince the entry that has no exit yet
     * @param total seconds of all finished visits
     * @param latest seconds of the last finished visit; missing before it
     * @param version in force when it was left, or the current one
     */
    record Stay(
            @Nullable String pipelineId,
            String stageId,
            @Nullable Instant leftAt,
            @Nullable Instant openSince,
            double total,
            @Nullable Double latest,
            DealVersion version) {}
}
