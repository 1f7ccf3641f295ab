package crm.report.load;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal as one of its versions told it.
 *
 * @param version when this became true
 * @param stageHistory the stages entered, in order of time; empty where the sender gave none
 * @param past what else the sender told whole
 */
record DealVersion(
        Instant version,
        Instant createdAt,
        @Nullable String pipelineId,
        @Nullable String stageId,
        @Nullable String status,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal probability,
        @Nullable String ownerId,
        @Nullable String teamId,
        @Nullable Instant expectedCloseAt,
        @Nullable Instant closedAt,
        @Nullable Instant wonAt,
        @Nullable String forecastCategory,
        Labels labels,
        List<StageEntry> stageHistory,
        DealPast past) {

    DealVersion {
        stageHistory = List.copyOf(stageHistory);
    }

    /** The same but for what changes most often. */
    DealVersion with(
            @Nullable String owner,
            @Nullable String team,
            @Nullable BigDecimal worth,
            @Nullable Instant expectedClose) {
        return new DealVersion(
                version,
                createdAt,
                pipelineId,
                stageId,
                status,
                worth,
                currency,
                probability,
                owner,
                team,
                expectedClose,
                closedAt,
                wonAt,
                forecastCategory,
                labels,
                stageHistory,
                past);
    }

    /** What a deal is grouped by and nothing is worked out from. */
    record Labels(
            @Nullable String territoryId,
            @Nullable String source,
            @Nullable String channel,
            @Nullable String campaignId,
            @Nullable String customerId,
            @Nullable String dealType,
            @Nullable String productFamily,
            @Nullable String custom) {
        static final Labels NONE = new Labels(null, null, null, null, null, null, null, null);
    }

    /** That a stage was entered. */
    record StageEntry(String stageId, Instant enteredAt) {}
}
