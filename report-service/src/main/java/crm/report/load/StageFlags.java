package crm.report.load;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the stages of the pipelines tell about the deals in them. A deal without pipeline is told by its stage alone. */
final class StageFlags {

    private final Map<Key, Stage> stages = new HashMap<>();
    private final Map<String, Stage> byStage = new HashMap<>();

    private record Key(String pipelineId, String stageId) {}

    /**
     * What one stage tells.
     *
     * @param outcome of a deal that enters it; missing where it goes on
     */
    record Stage(
            @Nullable Outcome outcome,
            @Nullable BigDecimal probability,
            @Nullable String forecastCategory) {
        static final Stage UNKNOWN = new Stage(null, null, null);
    }

    StageFlags add(String pipelineId, String stageId, Stage stage) {
        stages.put(new Key(pipelineId, stageId), stage);
        // Of stages of the same name the one of the first pipeline by name tells, whatever came first.
        byStage.merge(stageId, stage, (first, later) -> first);
        return this;
    }

    Stage of(@Nullable String pipelineId, @Nullable String stageId) {
        if (stageId == null) {
            return Stage.UNKNOWN;
        }
        Stage stage = pipelineId == null ? byStage.get(stageId) : stages.get(new Key(pipelineId, stageId));
        return stage == null ? Stage.UNKNOWN : stage;
    }
}
